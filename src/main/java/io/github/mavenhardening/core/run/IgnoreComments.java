package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.xml.XmlComment;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code hardening: ignore[id, …] reason}, and zizmor's spelling of it, among a file's comments. */
public final class IgnoreComments {

    private static final Pattern SYNTAX =
            Pattern.compile("(?:hardening|zizmor): ?ignore\\[([A-Za-z0-9_, -]{1,1000})\\](.*)", Pattern.DOTALL);

    private IgnoreComments() {}

    static List<IgnoreComment> of(Definition definition) {
        return of(definition.path(), definition.comments());
    }

    static List<IgnoreComment> of(String path, List<YamlComment> comments) {
        List<IgnoreComment> ignores = new ArrayList<>();
        for (YamlComment comment : comments) {
            Optional<IgnoreComment> ignore = parse(path, comment.span().line(), comment.text());
            if (ignore.isPresent()) {
                ignores.add(ignore.get());
            }
        }
        return ignores;
    }

    /** Of an XML file. */
    public static List<IgnoreComment> ofXml(SourceFile source) {
        List<IgnoreComment> ignores = new ArrayList<>();
        for (XmlComment comment : XmlComment.of(source)) {
            parse(source.path(), comment.line(), comment.text()).ifPresent(ignores::add);
        }
        return ignores;
    }

    /** What a comment, or a line that holds one, takes back; empty when nothing. */
    public static Optional<IgnoreComment> parse(String path, int line, String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!text.contains("ignore[") || !matcher.find()) {
            return Optional.empty();
        }
        Set<String> ids = new TreeSet<>();
        for (String id : matcher.group(1).split(",", -1)) {
            if (!id.isBlank()) {
                ids.add(id.strip());
            }
        }
        return Optional.of(new IgnoreComment(path, line, ids, matcher.group(2).strip()));
    }
}
