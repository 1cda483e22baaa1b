package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Images whose names say that builds run in them: users install none of them. */
public final class ToolImages {

    private static final Pattern NAME = Pattern.compile(
            "(?i).{1,200}-(?:ci|build-?env|builder|dev-?container)" + "|ci-.{1,200}|(?:ci|build-?env|dev-?container)");

    private ToolImages() {}

    /** Whether all that is put out are such images, each by a name that is written. */
    public static boolean areAll(List<Release> releases) {
        for (Release release : releases) {
            if (release.kind() != Kind.IMAGE || !areTools(names(release))) {
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

    private static List<String> names(Release release) {
        List<String> names = new ArrayList<>();
        if (release.command().isPresent()) {
            names(release.command().get(), names);
        } else if (release.step().step().input("tags").isPresent()) {
            String tags =
                    release.step().textOf(release.step().step().input("tags").get());
            for (String tag : tags.split("[,\\s]+", -1)) {
                if (!tag.isEmpty()) {
                    names.add(tag);
                }
            }
        }
        return names;
    }

    private static void names(ShellCommand command, List<String> names) {
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("-t") || word.equals("--tag")) && i + 1 < words.size()) {
                names.add(words.get(i + 1));
            } else if (word.startsWith("--tag=")) {
                names.add(word.substring("--tag=".length()));
            }
        }
        if (names.isEmpty() && words.contains("push")) {
            names.add(words.get(words.size() - 1));
        }
    }
}
