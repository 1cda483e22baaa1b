package io.github.mavenhardening.core.workflow.code;

import java.util.List;
import java.util.Optional;

/** The languages of the programs that are followed, and by which signs each tells its texts, its comments and its blocks. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are those of List.of, which cannot be changed.
public enum ProgramLanguage {
    JAVASCRIPT(Blocks.BRACES, List.of("//"), List.of("/*", "*/"), List.of("`", "`"), "${", '\\'),
    PYTHON(Blocks.INDENTED, List.of("#"), List.of(), List.of("\"\"\"", "\"\"\"", "'''", "'''"), "", '\\'),
    POWERSHELL(Blocks.BRACES, List.of("#"), List.of("<#", "#>"), List.of("@\"", "\n\"@", "@'", "\n'@"), "$(", '`'),
    RUBY(Blocks.ENDED, List.of("#"), List.of(), List.of(), "#{", '\\'),
    PERL(Blocks.BRACES, List.of("#"), List.of(), List.of(), "", '\\'),
    PHP(Blocks.BRACES, List.of("#", "//"), List.of("/*", "*/"), List.of(), "", '\\');

    /** What holds the statements of a block together. */
    enum Blocks {
        BRACES,
        INDENTED,
        ENDED
    }

    final Blocks blocks;
    /** What begins a comment up to the end of its line. */
    final List<String> comments;
    /** What begins a longer one, and what ends it. */
    final List<String> longComment;
    /** What begins a text of several lines, and behind each what ends it. */
    public final List<String> longTexts;
    /** What begins a value within a text; empty where the quotes of values are none of the text's. */
    final String filledIn;
    /** What takes its meaning from the sign behind it. */
    public final char escape;

    ProgramLanguage(
            Blocks blocks,
            List<String> comments,
            List<String> longComment,
            List<String> longTexts,
            String filledIn,
            char escape) {
        this.blocks = blocks;
        this.comments = comments;
        this.longComment = longComment;
        this.longTexts = longTexts;
        this.filledIn = filledIn;
        this.escape = escape;
    }

    /** That of the programs that an interpreter of that name runs; empty where it is none that is known. */
    public static Optional<ProgramLanguage> of(String interpreter) {
        return Optional.of(likely(interpreter)).filter(known -> known != JAVASCRIPT || interpreter.equals("node"));
    }

    /** That of any program by the name of its interpreter: JavaScript where nothing else is known. */
    public static ProgramLanguage likely(String interpreter) {
        return switch (interpreter.substring(interpreter.lastIndexOf('/') + 1)) {
            case "python", "python3", "py" -> PYTHON;
            case "pwsh", "powershell" -> POWERSHELL;
            case "ruby" -> RUBY;
            case "perl" -> PERL;
            case "php" -> PHP;
            default -> JAVASCRIPT;
        };
    }

    /** Whether all that a function sets is its own, unless it says otherwise. */
    boolean functionsOwnAll() {
        return this != JAVASCRIPT && this != PERL;
    }

    /** Whether a function brings the value of its last statement. */
    public boolean bringsLast() {
        return this == RUBY || this == POWERSHELL || this == PERL;
    }

    /** Whether large letters of a name are taken for small ones. */
    public boolean ignoresCase() {
        return this == POWERSHELL;
    }

    /** Whether a text in common quotes may go on in the next line. */
    boolean hasLongQuotes() {
        return this != JAVASCRIPT && this != PYTHON;
    }

    /** Whether slashes begin and end a pattern. */
    boolean hasPatterns() {
        return this == JAVASCRIPT || this == RUBY || this == PERL;
    }
}
