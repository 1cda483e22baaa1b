package io.github.mavenhardening.core.xml;

import io.github.mavenhardening.core.finding.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element with its place. Immutable. */
public final class XmlElement {

    /** With more children than this, one is looked up by the hash of its name. */
    private static final int FEW = 16;

    private final String name;
    private final Span span;
    private final Map<String, String> attributes;
    private final String text;
    private final Span textSpan;
    private final List<XmlElement> children;
    /** The first child of each name; empty where there are few. */
    private final Map<String, XmlElement> firstByName;

    XmlElement(
            String name,
            Span span,
            Map<String, String> attributes,
            String text,
            Span textSpan,
            List<XmlElement> children) {
        this.name = name;
        this.span = span;
        this.attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(attributes);
        this.text = text;
        this.textSpan = textSpan;
        this.children = List.copyOf(children);
        this.firstByName = children.size() > FEW ? firstByName(children) : Map.of();
    }

    private static Map<String, XmlElement> firstByName(List<XmlElement> children) {
        Map<String, XmlElement> firstByName = new HashMap<>();
        for (XmlElement child : children) {
            firstByName.putIfAbsent(child.name, child);
        }
        return firstByName;
    }

    /** Its name without a prefix. */
    public String name() {
        return name;
    }

    /** Its start tag. */
    public Span span() {
        return span;
    }

    /** Values by name. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Its own text, entities resolved, without blanks around it; empty where it has none. */
    public String text() {
        return text;
    }

    /** Where that text stands; the start tag where there is none. */
    public Span textSpan() {
        return textSpan;
    }

    /** Its elements, in order. */
    public List<XmlElement> children() {
        return children;
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String wanted) {
        if (!firstByName.isEmpty()) {
            return Optional.ofNullable(firstByName.get(wanted));
        }
        for (XmlElement child : children) {
            if (child.name.equals(wanted)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The first element at that path of names below this one. */
    public Optional<XmlElement> at(String... path) {
        XmlElement element = this;
        for (String step : path) {
            Optional<XmlElement> child = element.child(step);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            element = child.get();
        }
        return Optional.of(element);
    }

    /** The elements in the first element at that path; none where there is no such element. */
    public List<XmlElement> childrenAt(String... path) {
        Optional<XmlElement> parent = at(path);
        return parent.isPresent() ? parent.get().children : List.of();
    }

    /** The text of the first child of that name; empty where there is none, or it says nothing. */
    public Optional<String> childText(String wanted) {
        Optional<XmlElement> child = child(wanted);
        return child.isPresent() && !child.get().text.isEmpty() ? Optional.of(child.get().text) : Optional.empty();
    }
}
