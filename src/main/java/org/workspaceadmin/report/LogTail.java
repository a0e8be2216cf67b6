package org.workspaceadmin.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The end of the log over its rolled files. */
final class LogTail {
    private LogTail() {}

    /**
     * Reads the last lines; a file that vanishes while it is read counts as empty, since the log
     * rolls on.
     *
     * @param folder of the log files
     * @param most bytes at the most
     * @return whole lines, oldest first; bytes that are no UTF-8 come as replacement characters
     * @throws IOException when the folder is there and cannot be read
     */
    static String read(Path folder, int most) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        List<byte[]> newestFirst = new ArrayList<>();
        int left = most;
        boolean cut = false;
        for (Path file : newestFirst(folder)) {
            if (left <= 0) {
                cut = true;
                break;
            }
            byte[] end = end(file, left);
            cut = Files.exists(file) && Files.size(file) > end.length;
            left -= end.length;
            newestFirst.add(end);
        }
        StringBuilder text = new StringBuilder();
        for (byte[] part : newestFirst.reversed()) {
            text.append(new String(part, StandardCharsets.UTF_8));
        }
        return cut ? text.substring(text.indexOf("\n") + 1) : text.toString();
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".log"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(LogTail::changed).reversed())
                    .toList();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // rolled away meanwhile
        }
    }

    private static byte[] end(Path file, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            int length = (int) Math.min(most, channel.size());
            channel.position(channel.size() - length);
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                Interruption.check();
            }
            byte[] bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            return bytes;
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
