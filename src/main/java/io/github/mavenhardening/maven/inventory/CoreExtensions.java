package io.github.mavenhardening.maven.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.Plugin;

/** The core extensions of {@code .mvn/extensions.xml}, which Maven loads before it reads any POM. */
final class CoreExtensions {

    private static final String LOCATION = ".mvn/extensions.xml";
    private static final long MAX_BYTES = 1024L * 1024;

    private CoreExtensions() {}

    /**
     * Reads the declaration.
     *
     * @return the extensions as plugins, in order; none when there is no such file. A file that
     *     cannot be read cannot have got past Maven itself, which stops at it
     */
    static List<Plugin> declaredIn(Path root) {
        Path file = root.resolve(LOCATION);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return List.of();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return parse(in);
            }
        } catch (IOException | XMLStreamException e) {
            return List.of();
        }
    }

    private static List<Plugin> parse(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        List<Plugin> extensions = new ArrayList<>();
        Plugin current = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "extension" -> {
                        current = new Plugin();
                        extensions.add(current);
                    }
                    case "groupId", "artifactId", "version" -> {
                        String name = reader.getLocalName();
                        set(current, name, reader.getElementText().strip());
                    }
                    default -> {
                        // classLoadingStrategy and the like say nothing about files.
                    }
                }
            }
        }
        return extensions;
    }

    private static void set(Plugin extension, String element, String value) {
        if (extension == null) {
            return;
        }
        switch (element) {
            case "groupId" -> extension.setGroupId(value);
            case "artifactId" -> extension.setArtifactId(value);
            default -> extension.setVersion(value);
        }
    }
}
