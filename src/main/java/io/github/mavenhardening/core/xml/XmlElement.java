package io.github.mavenhardening.core.xml;

import io.github.mavenhardening.core.finding.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element with its place.
 *
 * @param name its name without a prefix
 * @param span its start tag
 * @param attributes values by name
 * @param text its own text, entities resolved, without blanks around it; empty where it has none
 * @param textSpan where that text stands; the start tag where there is none
 * @param children its elements, in order
 */
public record XmlElement(
        String name, Span span, Map<String, String> attributes, String text, Span textSpan, List<XmlElement> children) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String wanted) {
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

    /** The text of the first child of that name; empty where there is none, or it says nothing. */
    public Optional<String> childText(String wanted) {
        Optional<XmlElement> child = child(wanted);
        return child.isPresent() && !child.get().text.isEmpty() ? Optional.of(child.get().text) : Optional.empty();
    }
}
