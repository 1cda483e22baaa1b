package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Images that users do not install: builds run in them, by their names, or they are of a workflow that tests. */
public final class ToolImages {

    private static final Pattern NAME = Pattern.compile(
            "(?i).{1,200}-(?:ci|build-?env|builder|dev-?container)" + "|ci-.{1,200}|(?:ci|build-?env|dev-?container)");

    private ToolImages() {}

    /** Whether all that is put out are such images. */
    public static boolean areAll(List<Release> releases) {
        for (Release release : releases) {
            if (release.kind() != Kind.IMAGE || !(release.isOfTests() || areTools(ImageNames.of(release)))) {
                return false;
            }
        }
        return !releases.isEmpty();
    }

    private static boolean areTools(List<String> names) {
        for (String name : names) {
            if (!NAME.matcher(plain(name)).matches()) {
                return false;
            }
        }
        return !names.isEmpty();
    }

    /** The last part of an image's name: {@code app} of {@code registry.example.org:5000/team/app:1@sha256:…}. */
    private static String plain(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0];
    }
}
