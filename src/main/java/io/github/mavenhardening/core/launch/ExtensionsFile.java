package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an {@code extensions.xml} no more strictly than any Maven does: prefixes need no declaration, the root may have any
 * name, and what is not known is passed over.
 */
public final class ExtensionsFile {

    /** A declaration of an encoding; the text before it is ASCII in all that are taken. */
    private static final Pattern ENCODING =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"'>]{0,40})");

    /** Encodings in which every byte below 128 is what it is in ASCII, so that no tag can hide in them. */
    private static final Pattern PLAIN = Pattern.compile("utf-?8|us-ascii|ascii|iso-8859-\\d+|latin1|windows-125\\d");

    private ExtensionsFile() {}

    /** A core extension as it is declared; a part is empty where it is missing, and may hold expressions. */
    public record CoreExtension(String groupId, String artifactId, String version) {}

    /**
     * The core extensions that a file declares, in its order.
     *
     * @throws UnreadableFileException when it is not XML that can be read, or in an encoding that could hide something
     */
    public static List<CoreExtension> read(SourceFile file) throws UnreadableFileException {
        Matcher encoding = ENCODING.matcher(file.text());
        if (encoding.find()
                && !PLAIN.matcher(encoding.group(1).toLowerCase(Locale.ROOT)).matches()) {
            throw new UnreadableFileException(
                    file.at(file.span(encoding.start(1), encoding.end(1))),
                    "its encoding is " + encoding.group(1) + ", not UTF-8");
        }
        List<CoreExtension> extensions = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>(List.of(XmlReader.read(file)));
        while (!open.isEmpty()) {
            XmlElement element = open.pop();
            if (element.name().equals("extension")) {
                extensions.add(new CoreExtension(
                        text(element, "groupId"), text(element, "artifactId"), text(element, "version")));
            }
            for (int i = element.children().size() - 1; i >= 0; i--) {
                open.push(element.children().get(i));
            }
        }
        return extensions;
    }

    private static String text(XmlElement extension, String name) {
        return extension.childText(name).orElse("");
    }
}
