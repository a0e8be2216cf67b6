package org.workspaceadmin.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;

/** The simulated service as a program of its own. */
public final class SimulatorAlone {
    private SimulatorAlone() {}

    /**
     * Serves until the process is told to end (Ctrl-C, SIGTERM).
     *
     * @param options what it is like
     * @param out gets one line of JSON: where it is and how to sign in
     * @param err gets the reason when it cannot start
     * @return exit code
     */
    public static int run(SimulatorOptions options, PrintWriter out, PrintWriter err) {
        Simulator simulator;
        try {
            simulator = Simulator.start(options);
        } catch (IOException e) {
            err.println("The simulator could not start: " + e.getMessage());
            err.flush();
            return 1;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("end")
                                .unstarted(() -> {
                                    simulator.close();
                                    ended.countDown();
                                }));
        out.println(line(simulator));
        out.flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            simulator.close();
        }
        return 0;
    }

    private static String line(Simulator simulator) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("endpoint", simulator.endpoint().toString());
        line.put("projectId", simulator.projectId());
        line.put("accessKey", simulator.accessKey());
        line.put("secretKey", simulator.secretKey());
        line.put("account", simulator.account());
        line.put("user", simulator.user());
        line.put("password", simulator.password());
        return line.toString();
    }
}
