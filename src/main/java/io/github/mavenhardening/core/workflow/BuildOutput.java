package io.github.mavenhardening.core.workflow;

import java.util.Locale;

/**
 * An output of a container build, {@code type=registry,ref=…}: where the image goes.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/buildx/build/#output">docker buildx build --output</a>
 */
public final class BuildOutput {

    private BuildOutput() {}

    /** Whether one of the outputs, a line each, sends the image to a registry, or may: the values of variables and expressions are not known. */
    public static boolean mayPush(String outputs) {
        for (String line : outputs.split("\\R", -1)) {
            if (mayPushLine(line.strip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPushLine(String output) {
        if (output.startsWith("$")) {
            return true;
        }
        boolean image = false;
        boolean push = false;
        for (String field : output.split(",", -1)) {
            int equals = field.indexOf('=');
            String name = field.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = field.substring(equals + 1).strip().replace("\"", "").toLowerCase(Locale.ROOT);
            boolean unknown = value.startsWith("$");
            if (name.equals("type") && (unknown || value.equals("registry"))) {
                return true;
            }
            image |= name.equals("type") && value.equals("image");
            push |= name.equals("push") && (unknown || value.equals("true"));
        }
        return image && push;
    }
}
