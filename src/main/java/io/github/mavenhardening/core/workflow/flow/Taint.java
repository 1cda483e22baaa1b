package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Text that an outsider words, at one place of its way.
 *
 * @param kind what it can be
 * @param place where it is, with what happens there as its label
 * @param source where it comes in
 * @param from where it was before; empty at its source
 * @param start the text that is written in front of it in the same value; empty where there is none or none is known
 * @param isGuess whether an action on its way only seems to hand it on
 */
public record Taint(Kind kind, Location place, Location source, Optional<Taint> from, String start, boolean isGuess) {

    /** A longer way is shown by its two ends. */
    private static final int SHOWN = 12;

    /** The beginning of an address whose host is not yet written to its end. */
    private static final Pattern BEFORE_HOST =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}://[^/?#]{0,300}|[^/?#$ ]{0,300}");

    private static final int START_LENGTH = 400;

    /** What GitHub or the shell puts something else in place of, however it is written. */
    private static final Pattern FILLED_IN =
            Pattern.compile("\\$\\{\\{[^}]{0,200}\\}\\}|\\$\\{[^}]{0,200}\\}|\\$\\([^)]{0,200}\\)");

    /** What happens where the forge is asked. */
    static final String ANSWER = "asks for what an outsider words";

    /** What each line of the forge's lists of issues and pull requests begins with: a number, and a tab. */
    static final String NUMBER = "1\t";

    /** What happens where each slash and backslash is put behind a backslash. */
    static final String ESCAPED = "escapes slashes";

    /** What a text can be. */
    public enum Kind {
        /** A line of any text: a title, a label. */
        LINE,
        /** Any text, of several lines: a description, a comment, a file. */
        TEXT,
        /** The name of a branch, which has no blank. It may begin with a hyphen: {@code git branch} refuses that, {@code git push} does not. */
        BRANCH,
        /** One that Git was asked about before, so that it begins with no hyphen. */
        CHECKED_BRANCH,
        /** One word: any text without blanks and line breaks. */
        WORD,
        /** Names of files. */
        NAMES,
        /** Any text in Base64: one word that does no harm until it is decoded. */
        ENCODED,
        /** Names of files as an array in JSON, which is a literal of JavaScript. */
        JSON;

        /** Whether it holds no line break. */
        boolean isOneLine() {
            return this == LINE || this == WORD || isBranch() || this == JSON || this == ENCODED;
        }

        /** Whether it may name a branch or a commit. */
        boolean mayName() {
            return this != NAMES && this != JSON && this != ENCODED;
        }

        /** Whether it is a word that names a branch or a commit. */
        boolean isName() {
            return this == WORD || isBranch();
        }

        boolean isBranch() {
            return this == BRANCH || this == CHECKED_BRANCH;
        }
    }

    static Taint source(Kind kind, Location place, String label) {
        Location source = place.labelled(label);
        return new Taint(kind, source, source, Optional.empty(), "", false);
    }

    /** What the first of the contexts that a value may be brings. */
    static Optional<Taint> first(YamlScalar value, BiFunction<ContextPath, Fence, Optional<Taint>> brought) {
        for (Fence fence : Fence.of(value)) {
            for (PossibleValue possible : PossibleValue.of(fence)) {
                Optional<Taint> found = brought.apply(possible.path().orElseThrow(), fence);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The same text, handed on at a place. */
    Taint at(Location next, String label) {
        return new Taint(kind, next.labelled(label), source, Optional.of(this), start, isGuess);
    }

    /** The same text, of which one line is left or of which there are several now. */
    Taint as(Kind other) {
        return other == kind || kind == Kind.ENCODED ? this : new Taint(other, place, source, from, start, isGuess);
    }

    /** The same text, where it is no more than likely that it comes here. */
    Taint guessed() {
        return new Taint(kind, place, source, from, start, true);
    }

    /** What an agent answers that is asked with it: any text, without what stood in front of it. */
    Taint answered(Location next) {
        return new Taint(Kind.TEXT, next.labelled("has an agent answer it"), source, Optional.of(this), "", isGuess);
    }

    /** The same text in Base64. */
    Taint encoded() {
        return new Taint(Kind.ENCODED, place, source, from, "", isGuess);
    }

    /** The text that was put in Base64, if it was. */
    Taint decoded() {
        return kind == Kind.ENCODED ? new Taint(Kind.TEXT, place, source, from, "", isGuess) : this;
    }

    /** One line of it. */
    Taint asLine() {
        return kind.isOneLine() ? this : as(Kind.LINE);
    }

    /** The same text where {@code \\n} in it becomes a line break; the name of a branch has no such character. */
    Taint unescaped() {
        return kind.isBranch() ? this : as(Kind.TEXT);
    }

    /** A word that is cut out of it: what was written in front of it may not be in the word. */
    Taint asWord() {
        return kind == Kind.ENCODED ? this : new Taint(Kind.WORD, place, source, from, "", isGuess);
    }

    /** The same text behind another one. */
    Taint behind(String text) {
        return text.isEmpty() || start.length() > START_LENGTH
                ? this
                : new Taint(kind, place, source, from, text + start, isGuess);
    }

    /** The same text where so many characters in front of it are left out. */
    Taint without(int characters) {
        return start.isEmpty()
                ? this
                : new Taint(kind, place, source, from, start.substring(Math.min(characters, start.length())), isGuess);
    }

    /** Whether it decides about the host, where the value is an address. */
    boolean isHost() {
        return BEFORE_HOST.matcher(start).matches();
    }

    /**
     * Whether a word of a command begins with it: nothing stands in front of it, or what makes an option of it.
     *
     * @param isSplit whether the shell splits the value into words
     */
    boolean begins(boolean isSplit) {
        if (kind.isBranch()) {
            return kind == Kind.BRANCH && start.isEmpty();
        }
        String before = FILLED_IN.matcher(start).replaceAll("x");
        boolean cuts = isSplit && kind != Kind.WORD;
        return cuts
                || before.isEmpty()
                || before.startsWith("-")
                || (isSplit && Character.isWhitespace(before.charAt(before.length() - 1)));
    }

    /** Whether it is an answer of the forge, which has members that hold no text. */
    boolean isAnswer() {
        return source.label().equals(ANSWER);
    }

    /** Whether an outsider made the whole file that it comes from, and not the forge. */
    boolean isOfFile() {
        return source.label().equals(JobFiles.CHECKOUT) || source.label().equals(JobFiles.ARTIFACT);
    }

    /** Whether it is what is in a list of an outsider's files, as far as the last steps of its way tell. */
    boolean isListed() {
        return comesBy(JobFiles.LISTS);
    }

    /** Whether a program of {@code sed} takes it for text between slashes, as far as the last steps of its way tell. */
    boolean isEscapedForSed() {
        return comesBy(ESCAPED);
    }

    private boolean comesBy(String label) {
        Optional<Taint> at = Optional.of(this);
        for (int i = 0; i < SHOWN && at.isPresent(); i++) {
            if (at.get().place.label().equals(label)) {
                return true;
            }
            at = at.get().from;
        }
        return false;
    }

    /** Adds the steps of its way to a finding, from its source on. */
    public Finding.Builder explain(Finding.Builder finding) {
        Deque<Location> way = new ArrayDeque<>();
        Optional<Taint> at = Optional.of(this);
        // The steps next to the sink, and the source, tell what there is to tell.
        for (; at.isPresent() && way.size() < SHOWN; at = at.get().from) {
            way.push(at.get().place);
        }
        if (at.isPresent()) {
            finding.way(source);
        }
        way.forEach(finding::way);
        return finding;
    }
}
