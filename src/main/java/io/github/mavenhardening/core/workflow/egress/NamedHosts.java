package io.github.mavenhardening.core.workflow.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machines that an input or a variable means by its name: their names stand there without a scheme, or begin images. */
final class NamedHosts {

    private static final Pattern HOST_INPUT = Pattern.compile("(?i).*(?:registry|host|server|domain|endpoint).*");

    private static final Pattern IMAGE_INPUT =
            Pattern.compile("(?i)(?:(?:.{0,60}_)?images?|tags|cache-from|cache-to|base-image|.{0,60}docker_repo)");
    /** Variables of which the same is known; files and other things have names with dots as well. */
    private static final Pattern VARIABLE =
            Pattern.compile("(?i)(?:.{0,60}_)?(?:registry|host(?:name)?|domain|images?|docker_repo)");

    private NamedHosts() {}

    /** Those of a variable. */
    static List<Endpoint> ofVariable(String name, String value) {
        return VARIABLE.matcher(name).matches() ? ofInput(name, value) : List.of();
    }

    /** Whether a variable names an image in Docker's own registry. */
    static boolean isDockers(String name, String value) {
        return VARIABLE.matcher(name).matches() && Endpoint.isDockers(value.strip());
    }

    /** Those of an input. */
    static List<Endpoint> ofInput(String name, String value) {
        boolean isHost = HOST_INPUT.matcher(name).matches();
        List<Endpoint> found = new ArrayList<>();
        if (isHost || IMAGE_INPUT.matcher(name).matches()) {
            for (String word : value.strip().split("[\\s,]+", -1)) {
                Optional<Endpoint> host =
                        isHost && Endpoint.ofImage(word + "/").isPresent() ? Endpoint.ofHost(word) : Optional.empty();
                host.or(() -> Endpoint.ofImage(word.substring(word.lastIndexOf('=') + 1)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
