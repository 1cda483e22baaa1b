package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.Optional;

/**
 * An element that names a repository: one to download from, to deploy to, or a mirror.
 *
 * @param pom the file that it stands in
 * @param download whether artifacts are taken from it
 * @param element the element
 */
public record RepositoryDeclaration(Pom pom, boolean download, XmlElement element) {

    /** Its id; empty where it has none. */
    public String id() {
        return text("id");
    }

    /** Its address, expressions resolved as far as the checkout says; empty where it has none. */
    public String url() {
        return text("url");
    }

    /** Where its address stands. */
    public Location location() {
        return pom.at(element.child("url").orElse(element));
    }

    private String text(String name) {
        Optional<String> text = element.childText(name);
        return text.isPresent() ? pom.resolve(text.get()).value() : "";
    }
}
