package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.xml.XmlComment;
import io.github.mavenhardening.core.yaml.YamlComment;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code hardening: ignore[id, …] reason}, and zizmor's spelling of it, among a file's comments. */
public final class IgnoreComments {

    /** What each of them has. */
    private static final String MARK = "ignore[";

    private static final Pattern SYNTAX =
            Pattern.compile("(hardening|zizmor): ?ignore\\[([A-Za-z0-9_, -]{1,1000})\\](.*)", Pattern.DOTALL);

    /** What may stand before a comment that is alone on its line, dashes of lists included. */
    private static final Pattern ALONE = Pattern.compile("\\s{0,1000}(?:-\\s{1,100}){0,10}");

    private static final Pattern IN_TEXT = Pattern.compile("#\\s{0,8}hardening: ?ignore\\[");

    /** What was meant to be one: a blank before the bracket, no bracket, another case. */
    private static final Pattern MEANT =
            Pattern.compile("[#\\s]{0,20}hardening\\s{0,3}:\\s{0,3}ignore(?![a-z])", Pattern.CASE_INSENSITIVE);

    /** Before the reason or behind it; of other words than its own only what begins like a day, as people write "until: later". */
    private static final Pattern EXPIRES = Pattern.compile(
            "(?<![\\w-])(?:expires?\\s{0,3}[=:]\\s{0,3}|(?:exp|until)\\s{0,3}[=:]\\s{0,3}(?=\\d))(\\S{0,100})[\\s,;]{0,20}",
            Pattern.CASE_INSENSITIVE);

    private IgnoreComments() {}

    static List<IgnoreComment> of(YamlDocument document) {
        SourceFile source = document.source();
        List<IgnoreComment> ignores = new ArrayList<>();
        Set<Integer> lines = new HashSet<>();
        for (YamlComment comment : document.comments()) {
            int line = comment.span().line();
            Optional<IgnoreComment> ignore =
                    read(source.at(comment.span()), line, below(source, comment.span()), comment.text());
            if (ignore.isPresent()) {
                ignores.add(ignore.get());
                lines.add(line);
            }
        }
        if (source.text().contains(MARK)) {
            ignores.addAll(inTexts(source, lines));
        }
        return ignores;
    }

    /** What looks like one and is the text of a value, as of a script; of this plugin's spelling, of which something is found. */
    private static List<IgnoreComment> inTexts(SourceFile source, Set<Integer> lines) {
        List<IgnoreComment> ignores = new ArrayList<>();
        for (int line = 1; line <= source.lineCount(); line++) {
            Matcher text = IN_TEXT.matcher(source.line(line));
            if (!lines.contains(line) && text.find()) {
                int start = source.lineStart(line) + text.start();
                int end = source.lineStart(line) + source.line(line).length();
                Optional<IgnoreComment> ignore = parse(
                        source.at(source.span(start, end)),
                        line,
                        Optional.empty(),
                        source.line(line).substring(text.start()));
                if (ignore.isPresent()) {
                    ignores.add(ignore.get().asText());
                }
            }
        }
        return ignores;
    }

    /**
     * The line below one that holds nothing but a comment, or a dash and a comment, further comments left out. What is indented
     * less is none: there the comment ends what stands above it.
     */
    private static Optional<Integer> below(SourceFile source, Span comment) {
        int line = comment.line();
        String before = source.line(line).substring(0, comment.column() - 1);
        if (!ALONE.matcher(before).matches()) {
            return Optional.empty();
        }
        int next = line + 1;
        while (next <= source.lineCount() && source.line(next).stripLeading().startsWith("#")) {
            next++;
        }
        return next > source.lineCount() || indent(source.line(next)) < indent(source.line(line))
                ? Optional.empty()
                : Optional.of(next);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Of an XML file. */
    public static List<IgnoreComment> ofXml(SourceFile source) {
        List<IgnoreComment> ignores = new ArrayList<>();
        for (XmlComment comment : XmlComment.of(source)) {
            int start = source.lineStart(comment.line());
            Location place = source.at(
                    source.span(start, start + source.line(comment.line()).length()));
            Optional<IgnoreComment> ignore = read(place, comment.line(), Optional.empty(), comment.text());
            if (ignore.isPresent()) {
                ignores.add(ignore.get());
            }
        }
        return ignores;
    }

    /** What a comment, or a line that holds one, takes back; empty when nothing. */
    public static Optional<IgnoreComment> parse(String path, int line, String text) {
        return parse(Location.ofFile(path), line, Optional.empty(), text);
    }

    /** What a comment takes back, or one that was meant to and names no check in brackets; empty for any other comment. */
    private static Optional<IgnoreComment> read(Location place, int line, Optional<Integer> below, String text) {
        Optional<IgnoreComment> ignore = parse(place, line, below, text);
        return ignore.isPresent() || !MEANT.matcher(text).lookingAt()
                ? ignore
                : Optional.of(new IgnoreComment(
                        place.path(), line, below, Set.of(), Optional.empty(), text, false, Optional.of(place)));
    }

    private static Optional<IgnoreComment> parse(Location place, int line, Optional<Integer> below, String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!text.contains(MARK) || !matcher.find()) {
            return Optional.empty();
        }
        Set<String> ids = new TreeSet<>();
        for (String id : matcher.group(2).split(",", -1)) {
            if (!id.isBlank()) {
                ids.add(id.strip());
            }
        }
        String rest = matcher.group(3).strip();
        if (matcher.group(1).equals("zizmor")) {
            return Optional.of(new IgnoreComment(place.path(), line, ids, rest));
        }
        Matcher expires = EXPIRES.matcher(rest);
        boolean ends = expires.find();
        return Optional.of(new IgnoreComment(
                place.path(),
                line,
                below,
                ids,
                ends ? Optional.of(LastDay.of(day(expires.group(1)))) : Optional.empty(),
                ends ? (rest.substring(0, expires.start()) + rest.substring(expires.end())).strip() : rest,
                false,
                Optional.of(place)));
    }

    /** Without what ends a sentence or a bracket. */
    private static String day(String text) {
        String day = text;
        while (!day.isEmpty() && ".,;)".indexOf(day.charAt(day.length() - 1)) >= 0) {
            day = day.substring(0, day.length() - 1);
        }
        return day;
    }
}
