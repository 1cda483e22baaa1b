package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the POMs of a repository as files. Neither document types nor entities are taken, and nothing is fetched. */
public final class PomFiles {

    /** A reactor of more modules tells nothing new. */
    private static final int FILE_LIMIT = 1_000;

    private static final int DEPTH_LIMIT = 100;
    private static final String DEFAULT_GROUP = "org.apache.maven.plugins";

    private PomFiles() {}

    /** The POMs of the repository's modules; those of tests and broken ones are left out. */
    public static List<PomFile> of(Repository repository) {
        return repository.files().stream()
                .filter(path -> path.equals("pom.xml") || path.endsWith("/pom.xml"))
                .filter(path -> !("/" + path).contains("/src/"))
                .limit(FILE_LIMIT)
                .flatMap(path -> read(repository, path).stream())
                .toList();
    }

    private static Optional<PomFile> read(Repository repository, String path) {
        try {
            return parse(path, repository.read(path).text());
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    /** The POM of a text; empty when it is none. */
    static Optional<PomFile> parse(String path, String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return read(path, reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<PomFile> read(String path, XMLStreamReader reader) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        List<PomFile.Plugin> plugins = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String groupId = DEFAULT_GROUP;
        String artifactId = "";
        boolean parent = false;
        boolean isProject = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.addLast(reader.getLocalName());
                    text.setLength(0);
                    isProject |= open.size() == 1 && reader.getLocalName().equals("project");
                    if (!isProject || open.size() > DEPTH_LIMIT) {
                        return Optional.empty();
                    }
                    if (isPlugin(open)) {
                        groupId = DEFAULT_GROUP;
                        artifactId = "";
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = open.removeLast();
                    String value = text.toString().strip();
                    text.setLength(0);
                    if (isPlugin(open) && name.equals("groupId")) {
                        groupId = value;
                    } else if (isPlugin(open) && name.equals("artifactId")) {
                        artifactId = value;
                    } else if (name.equals("plugin") && isPlugins(open)) {
                        plugins.add(new PomFile.Plugin(groupId, artifactId));
                    }
                    parent |= open.size() == 1 && name.equals("parent");
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return isProject ? Optional.of(new PomFile(path, plugins, parent)) : Optional.empty();
    }

    private static boolean isPlugin(Deque<String> open) {
        if (open.isEmpty() || !open.peekLast().equals("plugin")) {
            return false;
        }
        Deque<String> around = new ArrayDeque<>(open);
        around.removeLast();
        return isPlugins(around);
    }

    /** {@code build/plugins} or {@code reporting/plugins} of the project or of a profile. */
    private static boolean isPlugins(Deque<String> open) {
        String path = String.join("/", open);
        return path.equals("project/build/plugins")
                || path.equals("project/reporting/plugins")
                || path.equals("project/profiles/profile/build/plugins")
                || path.equals("project/profiles/profile/reporting/plugins");
    }
}
