package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a CODEOWNERS file that says something.
 *
 * @param text without blanks around it
 * @param words up to a comment; a backslash before a space makes it part of the word
 */
record CodeownersLine(String text, List<String> words, Location location) {

    private static final Pattern GITHUB_OWNER = Pattern.compile("@[\\w.-]{1,100}(?:/[\\w.-]{1,100})?");
    private static final Pattern GITLAB_OWNER = Pattern.compile("@{1,2}[\\w.-]{1,255}(?:/[\\w.-]{1,255}){0,20}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    CodeownersLine {
        words = List.copyOf(words);
    }

    /** The lines of a file that are neither blank nor comments. */
    static List<CodeownersLine> of(SourceFile file) {
        List<CodeownersLine> lines = new ArrayList<>();
        int start = 0;
        for (String line : file.text().split("\n", -1)) {
            String text = line.strip();
            int from = start + line.indexOf(text);
            start += line.length() + 1;
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new CodeownersLine(text, split(text), file.at(file.span(from, from + text.length()))));
            }
        }
        return lines;
    }

    /** The words of a text up to a comment. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(c).append(text.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                end(word, words);
            } else if (c == '#' && word.isEmpty()) {
                return words;
            } else {
                word.append(c);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    String pattern() {
        return words.get(0);
    }

    List<String> owners() {
        return words.subList(1, words.size());
    }

    /** Why the owners do not count; empty when all are owners. */
    static Optional<String> defectOf(List<String> owners, CodeownersSyntax syntax) {
        boolean gitlab = syntax == CodeownersSyntax.GITLAB;
        Pattern name = gitlab ? GITLAB_OWNER : GITHUB_OWNER;
        String known = gitlab
                ? "an owner is @user, @group, @@role or an email address, not '"
                : "an owner is @user, @organisation/team or an email address, not '";
        for (String owner : owners) {
            if (!name.matcher(owner).matches() && !EMAIL.matcher(owner).matches()) {
                return Optional.of(known + cut(owner) + "'");
            }
        }
        return Optional.empty();
    }

    private static String cut(String owner) {
        return owner.length() > 60 ? owner.substring(0, 60) + "…" : owner;
    }
}
