package io.github.mavenhardening.core.build;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.xml.XmlElement;

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
        return element.childText("id").map(text -> pom.resolve(text).value()).orElse("");
    }

    /** Its address, expressions resolved as far as the checkout says; empty where it has none. */
    public String url() {
        return element.childText("url").map(text -> pom.resolve(text).value()).orElse("");
    }

    /** Where its address stands. */
    public Location location() {
        return pom.at(element.child("url").orElse(element));
    }
}
