package io.github.mavenhardening.core.workflow.secret;

import java.util.List;
import java.util.regex.Pattern;

/** Whether the shell prints each command before it runs it, with the values of its variables: {@code set -x}. */
final class ShellTrace {

    private static final Pattern ON =
            Pattern.compile("(?:.* )?(?:-[a-z]{0,6}x[a-z]{0,6}|-o xtrace|-[a-z]{0,6}o xtrace)(?: .*)?");
    private static final Pattern OFF = Pattern.compile("(?:.* )?\\+[a-z]{0,6}(?:x|o xtrace).*");

    private boolean isOn;

    boolean isOn() {
        return isOn;
    }

    /** Takes in the words behind {@code set}. */
    void set(List<String> words) {
        String all = String.join(" ", words);
        isOn = (isOn || ON.matcher(all).matches()) && !OFF.matcher(all).matches();
    }
}
