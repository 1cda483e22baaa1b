package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;

/** What a job could push an image with at all. */
public final class PublishingRights {

    private static final List<String> PERMISSIONS = List.of("id-token", "packages", "contents");
    private static final List<String> HOSTED = List.of("ubuntu-", "windows-", "macos-");

    private PublishingRights() {}

    /**
     * Whether it is an image, and the job has nothing to push it with: no secret, and a token that is said to write nothing which
     * matters. A machine of one's own may have credentials that no workflow shows, and a build of files its own settings.
     */
    public static boolean areMissing(Release release, WorkflowPosition in) {
        if (release.kind() != Kind.IMAGE
                || in.permissions().isEmpty()
                || in.normalJob().isEmpty()
                || !isHosted(in.normalJob().get())) {
            return false;
        }
        for (String permission : PERMISSIONS) {
            if (in.mayWrite(permission)) {
                return false;
            }
        }
        return SecretUse.of(in.normalJob().get(), in.workflow().orElseThrow(), in.definitions())
                .isEmpty();
    }

    private static boolean isHosted(NormalJob job) {
        if (job.runsOn().isEmpty() || job.runsOn().get().labels().size() != 1) {
            return false;
        }
        YamlScalar label = job.runsOn().get().labels().get(0);
        for (String hosted : HOSTED) {
            if (label.value().startsWith(hosted)) {
                return true;
            }
        }
        return false;
    }
}
