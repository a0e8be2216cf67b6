package org.workspaceadmin.connection;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.connection.Region.Site;

/**
 * Finds regions by what an operator may type: an id or its beginning, a place in either language, a
 * site. Every word must be found; what is found at the beginning of an id or a name counts more
 * than inside.
 */
final class RegionSearch {
    private static final int NOTHING = Integer.MAX_VALUE;

    private static final Map<Site, String> SITE_WORDS =
            Map.of(
                    Site.CHINA, "china mainland 中国站 中国大陆",
                    Site.INTERNATIONAL, "international global 国际站",
                    Site.EUROPE, "europe european eu 欧洲站");

    private RegionSearch() {}

    /** The matches, best first; of equal ones the order stays. */
    static List<Region> best(List<Region> regions, String typed) {
        List<String> words = List.of(folded(typed).split(" "));
        record Hit(Region region, int distance) {}
        return regions.stream()
                .map(region -> new Hit(region, distance(region, words)))
                .filter(hit -> hit.distance() < NOTHING)
                .sorted(Comparator.comparingInt(Hit::distance))
                .map(Hit::region)
                .toList();
    }

    private static int distance(Region region, List<String> words) {
        int sum = 0;
        for (String word : words) {
            int distance = distance(region, word);
            if (distance == NOTHING) {
                return NOTHING;
            }
            sum += distance;
        }
        return sum;
    }

    private static int distance(Region region, String word) {
        String id = folded(region.id());
        String tight = word.replace("-", "");
        if (id.equals(word)) {
            return 0;
        }
        if (id.startsWith(word)) {
            return 1;
        }
        String names = " " + folded(region.english() + " " + region.chinese());
        // A name has parts such as "AP-Singapore" and 亚太-新加坡.
        if (names.contains(" " + word) || names.contains("-" + word)) {
            return 2;
        }
        if (id.contains(word) || names.contains(word)) {
            return 3;
        }
        if (!tight.isEmpty() && id.replace("-", "").contains(tight)) {
            return 4;
        }
        return (" " + SITE_WORDS.get(region.site())).contains(" " + word) ? 5 : NOTHING;
    }

    /** Without accents, full-width letters and capital letters, so that "São" finds "Sao". */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s_,]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
