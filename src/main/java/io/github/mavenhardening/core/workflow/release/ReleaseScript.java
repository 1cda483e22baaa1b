package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Step;
import java.util.regex.Matcher;

/** Scripts of {@code actions/github-script} that put files on a release. */
final class ReleaseScript {

    static final String ACTION = "actions/github-script";

    private static final SoughtPattern UPLOAD =
            SoughtPattern.of("\\buploadReleaseAsset\\s{0,10}\\(", "uploadReleaseAsset");

    private ReleaseScript() {}

    /** Whether a step uploads, and does not only speak of it in a comment. */
    static boolean uploads(Step step) {
        if (!step.usesAction(ACTION) || step.input("script").isEmpty()) {
            return false;
        }
        String script = step.input("script").get().value();
        Matcher upload = UPLOAD.in(script);
        while (upload.find()) {
            int line = script.lastIndexOf('\n', upload.start()) + 1;
            String before = script.substring(line, upload.start()).strip();
            if (!before.startsWith("//") && !before.startsWith("*") && !before.startsWith("/*")) {
                return true;
            }
        }
        return false;
    }
}
