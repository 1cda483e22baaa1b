package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A POM of the checkout as it is written, with the parents of the checkout to resolve expressions by. Immutable. */
public final class Pom {

    private static final int MAX_STEPS = 32;

    /** How long a resolved text may grow: properties may hold one another. */
    private static final int MAX_LENGTH = 8192;

    private final String path;
    private final XmlElement root;
    private final Optional<Pom> parent;
    private final Map<String, XmlElement> properties;
    private final int generation;

    Pom(String path, XmlElement root, Optional<Pom> parent) {
        this.path = path;
        this.root = root;
        this.parent = parent;
        this.generation = parent.isPresent() ? parent.get().generation + 1 : 0;
        this.properties = properties(root);
    }

    private static Map<String, XmlElement> properties(XmlElement root) {
        Map<String, XmlElement> properties = new HashMap<>();
        for (XmlElement property : root.childrenAt("properties")) {
            properties.put(property.name(), property);
        }
        for (XmlElement profile : root.childrenAt("profiles")) {
            for (XmlElement property : profile.childrenAt("properties")) {
                properties.putIfAbsent(property.name(), property);
            }
        }
        return Collections.unmodifiableMap(properties);
    }

    /** A resolved text, and where the property stands that it came from. */
    public record Resolved(String value, Optional<Location> property) {}

    /** Its path in the checkout. */
    public String path() {
        return path;
    }

    /** How many parents of the checkout it has, one above the other. */
    int generation() {
        return generation;
    }

    /** The {@code project} element. */
    public XmlElement root() {
        return root;
    }

    /** What it builds, {@code groupId:artifactId}. */
    public String key() {
        return resolve("${project.groupId}").value()
                + ':'
                + resolve(root.childText("artifactId").orElse("")).value();
    }

    /** Its own properties by name, those of profiles included where the project itself has none of the name. */
    public Map<String, XmlElement> properties() {
        return properties;
    }

    /** The place of an element's text, or of its tag where it has none. */
    public Location at(XmlElement element) {
        return Location.of(path, element.textSpan());
    }

    /** A text with its expressions resolved as far as this POM and its parents in the checkout tell. */
    public Resolved resolve(String text) {
        String value = text;
        Optional<Location> last = Optional.empty();
        for (int step = 0; step < MAX_STEPS && value.length() <= MAX_LENGTH; step++) {
            int start = value.indexOf("${");
            int end = start < 0 ? -1 : value.indexOf('}', start);
            if (end < 0) {
                return new Resolved(value.strip(), last);
            }
            String name = value.substring(start + 2, end);
            Optional<Resolved> found = property(name);
            if (found.isEmpty()) {
                return new Resolved(value.strip(), last);
            }
            last = found.get().property();
            value = value.substring(0, start) + found.get().value() + value.substring(end + 1);
        }
        // Silent: of what is resolved too often or too long the text itself is the answer, expressions and all.
        return new Resolved(text, Optional.empty());
    }

    private Optional<Resolved> property(String name) {
        for (Optional<Pom> level = Optional.of(this); level.isPresent(); level = level.get().parent) {
            Pom pom = level.get();
            XmlElement found = pom.properties.get(name);
            if (found != null) {
                return Optional.of(new Resolved(found.text(), Optional.of(pom.at(found))));
            }
        }
        String plain = name.startsWith("project.") ? name.substring("project.".length()) : name;
        return switch (plain) {
            case "version", "groupId" -> {
                Optional<XmlElement> own = root.child(plain);
                boolean inherited = own.isEmpty() || own.get().text().isEmpty();
                Optional<Resolved> found = textOf(inherited ? root.at("parent", plain) : own);
                yield found.isPresent() && isValue(found.get().value(), name) ? found : Optional.empty();
            }
            case "parent.version", "parent.groupId" -> textOf(root.at("parent", plain.substring("parent.".length())));
            default -> Optional.empty();
        };
    }

    private static Optional<Resolved> textOf(Optional<XmlElement> element) {
        return element.isPresent()
                ? Optional.of(new Resolved(element.get().text(), Optional.empty()))
                : Optional.empty();
    }

    /** Neither nothing nor a text that leads back to the property that it is the value of. */
    private static boolean isValue(String text, String property) {
        return !text.isEmpty() && !text.contains("${" + property);
    }
}
