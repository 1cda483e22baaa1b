package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;

/** An element that {@link PomScanner} keeps. There are thousands, of few children each, so none has a table of them. */
final class PomElement {

    private final String name;
    private List<PomElement> children = List.of();
    private String text = "";

    PomElement(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<PomElement> children() {
        return children;
    }

    /** The child of that name, of which there is at most one; null where there is none. */
    PomElement child(String wanted) {
        for (PomElement child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    /** What stands in it, without space around; nothing where it has children. */
    String text() {
        return text;
    }

    void add(PomElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
    }

    void setText(String text) {
        this.text = text;
    }
}
