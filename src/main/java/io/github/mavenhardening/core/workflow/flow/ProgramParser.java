package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.flow.ProgramBlock.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements and blocks of a program. Blocks stand in braces, or are indented behind a colon, or end by a word: by the language.
 * A program is read once from its beginning to its end; what is no grammar of the language is a statement.
 */
final class ProgramParser {

    /** More that is open within each other is read as if it were not. */
    private static final int DEPTH = 100;

    private static final Pattern DECIDES =
            Pattern.compile("\\s{0,200}(?:else\\s{1,9})?(?:if|for|foreach|while)\\s{0,5}(?:await\\s{0,5})?");
    /** What may say in several lines what follows, or what it is given. */
    private static final Pattern HEAD = Pattern.compile(
            "\\s{0,200}(?:param\\s{0,9}\\(|(?:(?:export|default|async|public|private|protected|static)\\s{1,9}){0,4}"
                    + "(?:def|function|sub|class|if|elif|elsif|elseif|else|for|foreach|while|switch|match|with|case)\\b"
                    + "|(?:const|let|var)\\s{1,9}(?:[\\[{]|\\w{1,100}\\s{0,9}=\\s{0,9}(?:async\\s{0,9})?\\()\\s{0,9}(?:\\n|$))");
    /** A longer one is none. */
    private static final int LONGEST_HEAD = 2_000;

    private static final Pattern VALUE_BEHIND = Pattern.compile(
            "(?s).*\\b(?:return|import|export|const|let|var|default|await|yield|new|in|of|typeof)\\s{0,9}");
    private static final Pattern JOINS = Pattern.compile("(?<!\\s)\\s{0,200}\\n\\s{0,200}");
    private static final Pattern LABEL =
            Pattern.compile("\\s{0,200}(?:case\\b.{1,300}|default\\s{0,9})", Pattern.DOTALL);
    private static final Pattern COLON = Pattern.compile(
            "(?s)\\s{0,200}(?:(?:async\\s{1,5})?(?:if|elif|for|while|with|except|case|match|class|def)\\b(?!\\s{0,5}[=.,)]).{0,500}|(?:else|try|finally|except)\\s{0,9})");
    private static final Pattern ARROW = Pattern.compile(
            "\\s{0,200}(?:export\\s{1,5})?(?:const|let|var)\\s{1,5}\\w{1,100}(?:\\s{0,5}:[^=]{1,80})?\\s{0,5}=\\s{0,5}(?:async\\b\\s{0,5})?(?:\\(.{0,400}|\\w{1,100}\\s{0,9})",
            Pattern.DOTALL);

    /** What of Ruby begins a block, goes on behind one, and ends one. */
    private static final Pattern OPENS = Pattern.compile(
            "(?s)\\s{0,200}(?:(?:[$@]?\\w{1,60}\\s{0,5}=\\s{0,5})?(?:if|unless|case|begin|while|until|for)|def|class|module)\\b(?!.*\\bend\\s{0,9}$).*"
                    + "|.*\\bdo\\s{0,9}(?:\\|[^|]{0,200}\\|)?\\s{0,9}");

    private static final Pattern ENDLESS = Pattern.compile("\\s{0,200}def\\s[^=]{1,300}=\\s.*");
    private static final Pattern CLAUSE = Pattern.compile("\\s{0,200}(?:else|elsif|when|rescue|ensure)\\b.*");
    private static final Pattern THEN = Pattern.compile("\\bthen\\b");
    private static final Pattern END = Pattern.compile("\\s{0,200}end\\b");

    /** What a function says of its parameters where they do not stand before it. */
    private static final Pattern PARAMETERS = Pattern.compile(
            "(?is)\\s{0,200}(?:param\\s{0,9}\\((.{0,4000})\\)\\s{0,9}|my\\s{0,9}\\(([^()]{0,400})\\)\\s{0,9}=\\s{0,9}@_\\s{0,9};?|my\\s{0,9}(\\$\\w{1,100})\\s{0,9}=\\s{0,9}shift\\b.{0,20})");

    private final ProgramLanguage language;
    private final String code;
    private final int start;
    private final CodeTexts texts;
    private final StatementLines lines;
    private final ProgramBlock program = new ProgramBlock(Kind.PLAIN, "", "", List.of(), false);
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    /** Where the statement begins that is read, or the line of it. */
    private int from;
    /** How much was open there. */
    private int depth = 1;
    /** Whether a text began before it that did not end. */
    private boolean isInText;
    /** How far the line is indented in which a statement of Python begins. */
    private int indentation;

    private boolean isContinued;

    /** What is open: brackets, or a block. */
    private record Level(char close, Optional<ProgramBlock> block, int indentation, boolean isSingle) {}

    private ProgramParser(ProgramLanguage language, String code, int start) {
        this.language = language;
        this.code = code;
        this.start = start;
        this.texts = new CodeTexts(language, code);
        this.lines = new StatementLines(code, start);
        open.push(new Level('\0', Optional.of(program), -1, false));
        program.to = code.length();
    }

    /**
     * The whole of a program.
     *
     * @param start where it begins in what it is written in, which places are counted from
     */
    static ProgramBlock read(ProgramLanguage language, String code, int start) {
        ProgramParser parser = new ProgramParser(language, code, start);
        parser.read();
        return parser.program;
    }

    private void read() {
        boolean isLineStart = true;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (isLineStart && !Character.isWhitespace(c)) {
                isLineStart = false;
                beginLine();
            }
            int comment = texts.comment(at);
            int end = comment > at ? comment : texts.end(at);
            if (comment > at) {
                comment(comment);
            } else if (end > at) {
                text(end);
            } else {
                sign(c);
                isLineStart |= c == '\n';
                at++;
            }
        }
        end(at, true);
        while (open.size() > 1) {
            leave(code.length());
        }
        lines.end(code.length(), 0);
    }

    private void begin(int place) {
        from = place;
        depth = open.size();
    }

    private Level top() {
        return open.peek();
    }

    private boolean isAtStatement() {
        return top().block().isPresent();
    }

    private void sign(char c) {
        switch (c) {
            case '\n' -> newLine();
            case ';' -> {
                if (isAtStatement()) {
                    end(at + 1, true);
                }
            }
            case '(', '[' -> push(c == '(' ? ')' : ']');
            case ')', ']' -> close(c);
            case '{' -> brace();
            case '}' -> closeBrace();
            case ':' -> colon();
            case '>' -> arrow();
            case 'e' -> alternative();
            default -> {}
        }
    }

    private void push(char close) {
        if (open.size() < DEPTH) {
            open.push(new Level(close, Optional.empty(), 0, false));
        }
    }

    /** Goes into a block whose head was read up to a place. */
    private void enter(char close, int to, boolean isArrow, boolean isSingle) {
        String head = joined(to);
        String signs = close == '}' ? "{" : close == ':' ? ":" : "";
        String own = head.strip().endsWith(signs)
                ? head.strip().substring(0, head.strip().length() - signs.length())
                : head;
        own = isArrow ? own.strip().substring(0, own.strip().length() - 2) : own;
        Kind around = around();
        ProgramBlock block = BlockHead.read(own, around, language, isArrow, isArrow && isSingle);
        block.from = to;
        lines.add(innermost(), joined(to), from, to, depth, false, Optional.of(block));
        lines.end(to, 0);
        if (open.size() < DEPTH) {
            open.push(new Level(close, Optional.of(block), indentation, isSingle));
        }
        begin(to);
    }

    private ProgramBlock innermost() {
        for (Level level : open) {
            if (level.block().isPresent()) {
                return level.block().get();
            }
        }
        return program;
    }

    private Kind around() {
        Level top = top();
        // A method may stand in an object, too.
        return top.block().isPresent() ? top.block().get().kind : top.close() == '}' ? Kind.CLASS : Kind.PLAIN;
    }

    private void leave(int to) {
        Level left = open.pop();
        left.block().ifPresent(block -> block.to = to);
    }

    /** What was read of the statement, in one line. */
    private String joined(int to) {
        String text = code.substring(from, to);
        return text.indexOf('\n') < 0 ? text : JOINS.matcher(text).replaceAll(" ");
    }

    /** Ends a line, or the statement. */
    private void end(int to, boolean isStatement) {
        String text = joined(to);
        boolean isBlank = text.isBlank();
        if (!isBlank && isStatement && (declaresParameters(text) || endsByWord(text, to))) {
            begin(to);
            return;
        }
        if (!isBlank) {
            ProgramBlock block = innermost();
            boolean isReturned = block.isValue && block.statements.isEmpty();
            lines.add(block, isReturned ? "return " + text : text, from, to, depth, isInText, Optional.empty());
        }
        isInText = false;
        begin(to);
        if (isStatement) {
            lines.end(to, 0);
            while (!isBlank && top().isSingle()) {
                leave(to);
            }
        }
    }

    /** Whether a statement of Ruby ends a block or begins one. */
    private boolean endsByWord(String text, int to) {
        if (language.blocks != ProgramLanguage.Blocks.ENDED) {
            return false;
        }
        Matcher end = END.matcher(text);
        boolean isEnd = end.lookingAt();
        boolean isClause = CLAUSE.matcher(text).matches();
        if ((isEnd || isClause) && open.stream().anyMatch(level -> level.close() == 'e')) {
            while (top().close() != 'e') {
                leave(from);
            }
            leave(from);
            depth = open.size();
        }
        if (isEnd) {
            begin(from + end.end());
            end(to, true);
            return true;
        }
        boolean opens = isClause
                || (OPENS.matcher(text).matches() && !ENDLESS.matcher(text).matches());
        if (opens) {
            Matcher then = THEN.matcher(text);
            int head = then.find() ? from + then.end() : to;
            enter('e', head, false, false);
            end(to, true);
        }
        return opens;
    }

    private boolean declaresParameters(String text) {
        ProgramBlock block = top().block().orElse(program);
        if (block.kind != Kind.FUNCTION) {
            return false;
        }
        boolean isFirst =
                block.statements.stream().allMatch(one -> one.text().strip().startsWith("["));
        Matcher declares = PARAMETERS.matcher(isFirst ? text : "");
        boolean isOne =
                declares.matches() && (language == ProgramLanguage.POWERSHELL || language == ProgramLanguage.PERL);
        if (isOne) {
            String given = declares.group(1) != null ? declares.group(1) : ProgramSources.group(declares);
            BlockHead.parameters(language.ignoresCase() ? given.toLowerCase(Locale.ROOT) : given)
                    .forEach(block.parameters::add);
            block.from = at;
        }
        return isOne;
    }

    private void comment(int to) {
        if (isHead()) {
            at = to;
            return;
        }
        boolean isLong = code.startsWith("*/", to - 2) || code.startsWith("#>", to - 2);
        if (!isLong || code.substring(at, to).indexOf('\n') >= 0) {
            String text = code.substring(from, at);
            if (!text.isBlank()) {
                boolean isStatement = isAtStatement() && !isLong && !goesOn(at, to);
                end(at, isStatement);
            }
            begin(to);
        }
        at = to;
    }

    /** Passes over a text; each of its lines is one. */
    private void text(int to) {
        for (int line = code.indexOf('\n', at); line >= 0 && line < to; line = code.indexOf('\n', line + 1)) {
            end(line, false);
            if (line < to) {
                lines.opensText();
            }
            begin(line + 1);
            isInText = true;
        }
        at = to;
    }

    /** Whether what was read of the statement is to be read with the lines that follow. */
    private boolean isHead() {
        boolean isMethod = innermost().kind == Kind.CLASS;
        return !isAtStatement()
                && at - from < LONGEST_HEAD
                && (isMethod || HEAD.matcher(code).region(from, at).lookingAt());
    }

    private void newLine() {
        if (isHead()) {
            return;
        }
        boolean goesOn = goesOn(at, at);
        if (!isAtStatement() || goesOn) {
            if (!isBlockBelow(goesOn)) {
                end(at, false);
                begin(at + 1);
                if (!goesOn) {
                    lines.end(at, open.size());
                }
            }
        } else {
            end(at, true);
            begin(at + 1);
        }
        isContinued = goesOn;
    }

    /** Whether nothing but the brace that begins a block stands in the next line. */
    private boolean isBlockBelow(boolean goesOn) {
        return goesOn && next(at) < code.length() && code.charAt(next(at)) == '{';
    }

    /** The next sign behind a place that is no blank, in its line or the next. */
    private int next(int place) {
        int next = place;
        int left = 300;
        while (next < code.length() && Character.isWhitespace(code.charAt(next)) && left-- > 0) {
            next++;
        }
        return next;
    }

    /** Whether a statement goes on behind the end of a line. */
    private boolean goesOn(int end, int lineEnd) {
        if (language == ProgramLanguage.PYTHON) {
            return end > 0 && code.charAt(end - 1) == '\\';
        }
        int next = next(lineEnd);
        boolean isChained = code.startsWith(".", next) && !code.startsWith("..", next) || code.startsWith("?.", next);
        if (code.startsWith("{", next) && language.blocks == ProgramLanguage.Blocks.BRACES) {
            String head = code.substring(from, end);
            return !head.isBlank() && BlockHead.read(head, around(), language, false, false).kind != Kind.PLAIN;
        }
        String line = code.substring(from, end).stripTrailing();
        return isChained || line.endsWith("=") || line.endsWith("=>") || line.endsWith("&&") || line.endsWith("||");
    }

    private void beginLine() {
        boolean isStatement = isAtStatement() && !isContinued && code.charAt(at) != '#';
        if (language.blocks != ProgramLanguage.Blocks.INDENTED || !isStatement) {
            return;
        }
        indentation = at - (code.lastIndexOf('\n', at - 1) + 1);
        while (open.size() > 1 && top().indentation() >= indentation) {
            leave(at);
        }
        depth = open.size();
    }

    private void close(char c) {
        if (top().close() != c) {
            return;
        }
        leave(at);
        if (isAtStatement() && declaresParameters(code.substring(from, at + 1))) {
            begin(at + 1);
        } else if (isAtStatement()
                && (language == ProgramLanguage.JAVASCRIPT || language == ProgramLanguage.PHP)
                && c == ')'
                && from <= at
                && isDecision()) {
            int next = next(at + 1);
            if (next < code.length() && code.charAt(next) != '{' && code.charAt(next) != ';') {
                enter(')', at + 1, false, true);
            }
        }
    }

    /** Whether what was read of the statement is nothing but a condition in parentheses. */
    private boolean isDecision() {
        Matcher decides = DECIDES.matcher(code).region(from, at);
        if (!decides.lookingAt() || decides.end() >= at || code.charAt(decides.end()) != '(') {
            return false;
        }
        int opened = 0;
        for (int i = decides.end(); i < at; i++) {
            char c = code.charAt(i);
            opened += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (opened == 0) {
                return false;
            }
        }
        return true;
    }

    private void alternative() {
        boolean isWord = code.startsWith("else", at)
                && at + 4 < code.length()
                && Character.isWhitespace(code.charAt(at + 4))
                && isAtStatement()
                && (language == ProgramLanguage.JAVASCRIPT || language == ProgramLanguage.PHP);
        if (isWord && isBlank()) {
            int next = next(at + 4);
            if (!code.startsWith("{", next) && !code.startsWith("if", next)) {
                enter(')', at + 4, false, true);
                at += 3;
            }
        }
    }

    private void arrow() {
        if (at == 0 || code.charAt(at - 1) != '=' || language != ProgramLanguage.JAVASCRIPT || !isAtStatement()) {
            return;
        }
        int next = next(at + 1);
        if (!code.startsWith("{", next)
                && ARROW.matcher(code).region(from, at - 1).matches()) {
            enter(')', at + 1, true, true);
        }
    }

    private void colon() {
        if (!isAtStatement() || code.startsWith("::", at) || code.startsWith(":=", at)) {
            return;
        }
        if (language.blocks == ProgramLanguage.Blocks.INDENTED) {
            if (COLON.matcher(code).region(from, at).matches()) {
                enter(':', at + 1, false, false);
            }
            return;
        }
        boolean isArm = top().block().get().kind == Kind.ARM && top().close() == ':';
        boolean isChoice = isArm || top().block().get().kind == Kind.CHOICE;
        if (isChoice && LABEL.matcher(code).region(from, at).matches()) {
            if (isArm) {
                leave(at);
            }
            enter(':', at + 1, false, false);
        }
    }

    /** Whether nothing was read of a statement yet. */
    private boolean isBlank() {
        int next = from;
        while (next < at && Character.isWhitespace(code.charAt(next))) {
            next++;
        }
        return next >= at;
    }

    private void brace() {
        if (language == ProgramLanguage.PYTHON || language == ProgramLanguage.RUBY || isValue()) {
            push('}');
            return;
        }
        String head = code.substring(from, at).strip();
        enter('}', at + 1, head.endsWith("=>"), false);
    }

    /** Whether a brace begins a value, or names one, and no block. */
    private boolean isValue() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(code.charAt(before))) {
            before--;
        }
        char c = before < 0 ? '\n' : code.charAt(before);
        boolean isAdjacent = before == at - 1;
        boolean isBlank = isBlank();
        if (isAdjacent && "$@%#".indexOf(c) >= 0) {
            return true;
        }
        return switch (language) {
            case POWERSHELL -> false;
            case PERL ->
                (isAdjacent && (Character.isJavaIdentifierPart(c) || c == '>' || c == '}'))
                        || (!isBlank && "=([,:?>".indexOf(c) >= 0);
            default ->
                isBlank
                        ? !isAtStatement()
                        : ("=([,:?&|+".indexOf(c) >= 0
                                || VALUE_BEHIND
                                        .matcher(code)
                                        .region(Math.max(from, at - 30), at)
                                        .matches());
        };
    }

    private void closeBrace() {
        boolean isOpen = open.stream().anyMatch(level -> level.close() == '}');
        if (!isOpen) {
            return;
        }
        boolean isBlock = false;
        for (Level level : open) {
            if (level.close() == '}') {
                isBlock = level.block().isPresent();
                break;
            }
        }
        if (isBlock) {
            end(at, true);
        }
        while (top().close() != '}') {
            leave(at);
        }
        leave(at);
        while (isBlock && top().isSingle()) {
            leave(at);
        }
        if (isBlock) {
            begin(at + 1);
        }
    }
}
