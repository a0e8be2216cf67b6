package org.workspaceadmin.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program per folder. The first one holds a lock, which the system takes back also when the
 * program is killed, and listens on loopback; where is in a file only its user can read, with a
 * secret word made for this run. A later one says the word, the first comes forward, and that is
 * all that can be asked of it.
 */
final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String LOCK = "instance.lock";
    private static final String DOOR = "instance.door";
    private static final int LONGEST_LINE = 128;
    private static final int PATIENCE_MILLIS = 2_000;

    private final FileChannel channel;
    private final FileLock lock;
    private final Path door;
    private final String word = secretWord();
    private final AtomicReference<@Nullable Runnable> forward = new AtomicReference<>();
    private @Nullable ServerSocket server;

    private SingleInstance(FileChannel channel, FileLock lock, Path door) {
        this.channel = channel;
        this.lock = lock;
        this.door = door;
    }

    /**
     * Becomes the one program of a folder.
     *
     * @param folder the program's folder
     * @return empty when another one is that, or when the folder's disk knows no locks; then the
     *     journal's own lock has the last word
     */
    static Optional<SingleInstance> claim(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            SingleInstance first = new SingleInstance(channel, lock, folder.resolve(DOOR));
            first.listen();
            return Optional.of(first);
        } catch (IOException e) {
            LOG.info("{} cannot be locked", folder, e);
            return Optional.empty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("this very process has the folder", sameProcess);
            return null;
        }
    }

    /**
     * Asks the program of a folder to come forward; blocks.
     *
     * @param folder the program's folder
     * @param patience for how long, since it may just be starting
     * @return whether it said that it does
     */
    static boolean callForward(Path folder, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        do {
            if (call(folder.resolve(DOOR))) {
                return true;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        return false;
    }

    /** What coming forward means from now on. */
    void onCall(Runnable action) {
        forward.set(action);
    }

    private void listen() {
        try {
            ServerSocket opened = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
            server = opened;
            tell(opened.getLocalPort());
            Thread.ofVirtual().name("instance").start(() -> serve(opened));
        } catch (IOException e) {
            LOG.warn("later starts cannot have this window come forward", e);
        }
    }

    private void tell(int port) throws IOException {
        Path draft = door.resolveSibling(DOOR + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, port + "\n" + word + "\n");
        Files.move(
                draft, door, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void serve(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket caller = opened.accept();
                Thread.ofVirtual().name("instance caller").start(() -> answer(caller));
            } catch (IOException e) {
                LOG.debug("no more calls", e);
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            byte[] said = line(caller.getInputStream());
            if (!MessageDigest.isEqual(said, word.getBytes(StandardCharsets.US_ASCII))) {
                LOG.warn("somebody without the word asked this program to come forward");
                return;
            }
            Runnable action = forward.get();
            if (action != null) {
                action.run();
            }
            caller.getOutputStream().write("coming\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.debug("a call broke off", e);
        }
    }

    /** Not more than a caller with the word would say. */
    private static byte[] line(InputStream in) throws IOException {
        byte[] buffer = new byte[LONGEST_LINE];
        int length = 0;
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (length == LONGEST_LINE) {
                return new byte[0];
            }
            buffer[length++] = (byte) next;
        }
        return java.util.Arrays.copyOf(buffer, length);
    }

    private static boolean call(Path door) {
        try {
            List<String> told = Files.readAllLines(door);
            if (told.size() < 2) {
                return false;
            }
            int port = Integer.parseInt(told.get(0));
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        PATIENCE_MILLIS);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream()
                        .write((told.get(1) + "\n").getBytes(StandardCharsets.US_ASCII));
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                return "coming".equals(in.readLine());
            }
        } catch (IOException | NumberFormatException e) {
            LOG.debug("nobody answers yet", e);
            return false;
        }
    }

    private static String secretWord() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Gives the folder up. */
    @Override
    public void close() {
        try {
            ServerSocket opened = server;
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(door);
            lock.release();
            channel.close();
        } catch (IOException e) {
            LOG.debug("the system gives the folder up at the process's end", e);
        }
    }
}
