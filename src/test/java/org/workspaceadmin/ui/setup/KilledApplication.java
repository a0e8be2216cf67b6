package org.workspaceadmin.ui.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * A process that applies for the service as the program does, says when the service is being
 * opened, and lives until it is killed.
 */
public final class KilledApplication {
    static final String UNDER_WAY = "UNDER WAY";

    private KilledApplication() {}

    /**
     * Applies.
     *
     * @param args journal, endpoint, region, project, access key, secret key, VPC, subnet
     */
    public static void main(String[] args) throws InterruptedException {
        var service =
                Cloud.connect(
                        CloudSettings.single(URI.create(args[1]), args[3], args[2], Generation.V2),
                        new Credentials.AccessKey(args[4], args[5].toCharArray()),
                        Workers.virtual("cloud"),
                        Timer.system(),
                        new Redactor(),
                        WireOptions.standard());
        Engine engine =
                new Engine(
                        Journal.open(Path.of(args[0]), new Redactor()::json, Timer.system()),
                        Workers.virtual("engine"),
                        Timer.system(),
                        PollSettings.faster(40),
                        EnginePorts.NONE,
                        UnaryOperator.identity());
        engine.subscribe(state -> {
            if (state.count(Outcome.RUNNING) > 0) {
                System.out.println(UNDER_WAY);
                System.out.flush();
            }
        });
        engine.attach(SetupFixture.CONNECTION, "Team", args[3], Generation.V2, service);
        ApplyOrder order =
                new ApplyOrder(
                        new DomainSettings.LocalAd(
                                "corp.example.com",
                                "svc.join",
                                Secret.of("Testabc!23"),
                                new DomainSettings.Controller(
                                        "10.0.0.9", "dc1.corp.example.com", "10.0.0.9"),
                                DomainSettings.Controller.NONE,
                                null,
                                null),
                        args[6],
                        List.of(args[7]),
                        "INTERNET",
                        "",
                        "",
                        "",
                        "",
                        null);
        engine.submit(engine.plan(SetupFixture.CONNECTION, new Draft.Apply(order)), "").await();
        new CountDownLatch(1).await();
    }
}
