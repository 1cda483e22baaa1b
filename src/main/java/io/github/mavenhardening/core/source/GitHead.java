package io.github.mavenhardening.core.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Git folder has checked out, read from its text files: JGit would take longer to start than all of this takes. Of
 * references in the format {@code reftable} nothing is known.
 *
 * @param branch the branch's short name; empty where a commit is checked out without one
 * @param commit the commit's hash; empty before the first one, and where it is not found
 */
public record GitHead(Optional<String> branch, Optional<String> commit) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");
    private static final Pattern REFERENCE = Pattern.compile("ref:[ \\t]*(refs/heads/([^\\s\\p{Cntrl}]{1,1000}))");

    /** The texts of a Git folder's files. */
    interface Files {
        /** Empty when there is no such file, or none that can be read. */
        Optional<String> text(String name);
    }

    static GitHead unknown() {
        return new GitHead(Optional.empty(), Optional.empty());
    }

    /**
     * What is checked out.
     *
     * @param head the text of {@code HEAD}
     * @param common the files that worktrees share
     */
    static GitHead of(String head, Files common) {
        String text = head.strip();
        if (HASH.matcher(text).matches()) {
            return new GitHead(Optional.empty(), Optional.of(text));
        }
        Matcher reference = REFERENCE.matcher(text);
        // Such a name is none to Git, and would lead out of its folder.
        if (!reference.matches() || text.contains("..") || text.endsWith("/.invalid")) {
            return unknown();
        }
        String name = reference.group(1);
        Optional<String> loose = common.text(name).map(String::strip);
        Optional<String> commit = loose.isPresent() ? loose : packed(common.text("packed-refs"), name);
        return new GitHead(
                Optional.of(reference.group(2)),
                commit.filter(hash -> HASH.matcher(hash).matches()));
    }

    private static Optional<String> packed(Optional<String> references, String name) {
        return references
                .flatMap(text -> text.lines()
                        .filter(line -> line.endsWith(name)
                                && line.length() > name.length()
                                && line.charAt(line.length() - name.length() - 1) == ' ')
                        .findFirst())
                .map(line -> line.substring(0, line.length() - name.length() - 1));
    }
}
