package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub's command line puts where others read it, and the log's masking does not reach: comments, notes, gists, files of releases.
 *
 * @param texts words of which it is made
 * @param files words that name files of which it is made
 * @param takesInput whether it is made of what the command reads
 * @param use what is done with a file, as the label of a place
 */
record ForgePosts(List<ShellNode.Word> texts, List<ShellNode.Word> files, boolean takesInput, String use) {

    private static final Set<String> TEXTS =
            Set.of("--body", "-b", "--notes", "-n", "--title", "-t", "--comment", "-c", "--desc", "-d");
    private static final Set<String> FILES = Set.of("--body-file", "--notes-file", "-F");
    private static final Set<String> TALKING = Set.of("comment", "create", "edit", "review", "close");
    private static final String INPUT = "-";

    /** What a command posts; empty where it posts nothing. */
    static Optional<ForgePosts> by(ShellCarrier.Command<?> command) {
        List<ShellNode.Word> words = command.arguments();
        if (!command.name().equals("gh") || words.size() < 2) {
            return Optional.empty();
        }
        String what = words.get(0).text();
        String verb = words.get(1).text();
        boolean talks = Set.of("pr", "issue", "discussion", "release").contains(what) && TALKING.contains(verb);
        boolean attaches = what.equals("release") && (verb.equals("upload") || verb.equals("create"));
        boolean isGist = what.equals("gist") && (verb.equals("create") || verb.equals("edit"));
        if (!talks && !attaches && !isGist) {
            return Optional.empty();
        }
        List<ShellNode.Word> texts = new ArrayList<>();
        List<ShellNode.Word> files = new ArrayList<>();
        boolean takesInput = false;
        // The first operand behind the verb is the release's tag.
        boolean isFile = isGist;
        for (int i = 2; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean hasValue = i + 1 < words.size() && word.indexOf('=') < 0;
            String option = word.split("=", 2)[0];
            if (TEXTS.contains(option)) {
                texts.add(words.get(hasValue ? ++i : i));
            } else if (FILES.contains(option) && hasValue) {
                i++;
                takesInput |= words.get(i).text().equals(INPUT);
                files.add(words.get(i));
            } else if (word.equals(INPUT)) {
                takesInput = true;
            } else if (!word.startsWith("-")) {
                if (isFile && (isGist || attaches)) {
                    files.add(words.get(i));
                }
                isFile = true;
            }
        }
        boolean ofInput = takesInput || (isGist && files.isEmpty());
        String use =
                attaches && !files.isEmpty() ? "attaches it to a release" : isGist ? "makes a gist of it" : "posts it";
        return Optional.of(new ForgePosts(texts, files, ofInput, use));
    }
}
