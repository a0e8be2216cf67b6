package org.workspaceadmin.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the company's people: logon names such as {@code a.lin}, no two alike. */
final class People {
    private static final List<String> GIVEN =
            List.of(
                    "Amy", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Hugo", "Irene",
                    "Jun", "Karim", "Li", "Mei", "Nadia", "Omar", "Paula", "Qiang", "Rosa",
                    "Stefan", "Tao", "Uma", "Viktor", "Wei", "Xin", "Yara", "Zhen");
    private static final List<String> FAMILY =
            List.of(
                    "Lin",
                    "Chen",
                    "Wang",
                    "Zhang",
                    "Liu",
                    "Huang",
                    "Zhao",
                    "Wu",
                    "Zhou",
                    "Xu",
                    "Sun",
                    "Ma",
                    "Zhu",
                    "Hu",
                    "Guo",
                    "He",
                    "Gao",
                    "Luo",
                    "Zheng",
                    "Liang",
                    "Tan",
                    "Lim",
                    "Ng",
                    "Lee",
                    "Wong",
                    "Ong",
                    "Goh",
                    "Koh",
                    "Smith",
                    "Jones",
                    "Brown",
                    "Taylor",
                    "Wilson",
                    "Evans",
                    "Walker",
                    "Wright",
                    "Hall",
                    "Green",
                    "Baker",
                    "Mueller",
                    "Schmidt",
                    "Weber",
                    "Fischer",
                    "Wagner",
                    "Becker",
                    "Hoffmann",
                    "Koch",
                    "Richter",
                    "Klein",
                    "Garcia",
                    "Martinez",
                    "Lopez",
                    "Sanchez",
                    "Perez",
                    "Torres",
                    "Flores",
                    "Rivera",
                    "Silva",
                    "Santos",
                    "Oliveira",
                    "Costa",
                    "Pereira",
                    "Rossi",
                    "Russo",
                    "Ferrari",
                    "Romano",
                    "Dubois",
                    "Moreau",
                    "Laurent",
                    "Lefebvre",
                    "Roux",
                    "Novak",
                    "Kowalski",
                    "Ivanova",
                    "Petrov",
                    "Kaya",
                    "Yilmaz",
                    "Hassan",
                    "Ali",
                    "Rahman",
                    "Khan",
                    "Patel",
                    "Singh",
                    "Kumar",
                    "Sharma",
                    "Gupta",
                    "Nguyen",
                    "Tran",
                    "Pham",
                    "Suzuki",
                    "Sato",
                    "Tanaka",
                    "Kim",
                    "Park",
                    "Choi",
                    "Jansen",
                    "Visser",
                    "Larsen",
                    "Hansen",
                    "Berg",
                    "Lund");
    private static final List<String> CHINESE =
            List.of(
                    "林安", "陈静", "王伟", "张敏", "刘洋", "黄磊", "赵倩", "吴昊", "周婷", "徐丽", "孙强", "马超", "朱琳",
                    "胡军", "郭峰", "何洁");

    private People() {}

    static List<Person> make(Dice dice, int count) {
        Map<String, Integer> taken = new HashMap<>(count * 2);
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String given = dice.pick("given", i, GIVEN);
            String family = dice.pick("family", i, FAMILY);
            String base =
                    given.substring(0, 1).toLowerCase(Locale.ROOT)
                            + "."
                            + family.toLowerCase(Locale.ROOT);
            int number = taken.merge(base, 1, Integer::sum);
            Department department = Department.of(dice.share("department", i));
            String description =
                    i % 5 == 0
                            ? department.chinese()
                                    + " "
                                    + CHINESE.get(dice.below("chinese", i, CHINESE.size()))
                            : department.name();
            people.add(
                    new Person(
                            dice.hex("user", i),
                            dice.uuid("user-sid", i),
                            number == 1 ? base : base + number,
                            given + " " + family,
                            description,
                            department.code(),
                            dice.share("locked", i) < 0.01));
        }
        return List.copyOf(people);
    }
}
