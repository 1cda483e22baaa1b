package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.BucketUpload;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a job says by its names that it publishes: what it puts into a bucket is meant for users then. */
enum Announced {
    /** It says that it releases or publishes. */
    RELEASE,
    /** It says that it deploys, or makes a distribution: to whom is open. */
    DEPLOYMENT,
    /** It does not say so. */
    NOT;

    private static final Pattern RELEASES =
            Pattern.compile("(?i)(?<![a-z])(?:releas(?:e|es|ing)|publish(?:es|ing)?|nightl(?:y|ies))(?![a-z])");
    private static final Pattern DEPLOYS =
            Pattern.compile("(?i)(?<![a-z])(?:deploy(?:s|ment)?|dist|distribut(?:e|ion))(?![a-z])");

    /** By the job's id and name, and by the workflow's name and file; a job of tests or reports says nothing. */
    static Announced by(NormalJob job, Definition definition) {
        String own = job.id().value() + " " + job.name().map(YamlScalar::value).orElse("");
        if (BucketUpload.isByTheWay(own)) {
            return NOT;
        }
        Optional<YamlScalar> name = definition instanceof Workflow workflow ? workflow.name() : Optional.empty();
        String path = definition.path();
        return by(own + " " + name.map(YamlScalar::value).orElse("") + " " + path.substring(path.lastIndexOf('/') + 1));
    }

    private static Announced by(String names) {
        if (RELEASES.matcher(names).find()) {
            return RELEASE;
        }
        return DEPLOYS.matcher(names).find() ? DEPLOYMENT : NOT;
    }
}
