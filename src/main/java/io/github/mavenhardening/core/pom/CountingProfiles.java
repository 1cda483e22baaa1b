package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which profiles count: those that can be active without anybody's word on the command line.
 *
 * @param asked the ids that checked-in arguments activate
 * @param defined the properties that checked-in arguments set
 * @see <a href="https://maven.apache.org/guides/introduction/introduction-to-profiles.html">Introduction to build profiles</a>
 */
public record CountingProfiles(Set<String> asked, Set<String> defined) {

    /** Those of a POM or of settings. */
    public List<XmlElement> of(XmlElement root) {
        Set<String> wanted = new HashSet<>(asked);
        for (XmlElement active : root.childrenAt("activeProfiles")) {
            wanted.add(active.text());
        }
        List<XmlElement> counting = new ArrayList<>();
        for (XmlElement profile : root.childrenAt("profiles")) {
            Optional<String> id = profile.childText("id");
            if ((id.isPresent() && wanted.contains(id.get())) || activates(profile)) {
                counting.add(profile);
            }
        }
        return counting;
    }

    /** By itself: by default, or by what the machine or the checkout is like. */
    private boolean activates(XmlElement profile) {
        for (XmlElement condition : profile.childrenAt("activation")) {
            boolean holds = switch (condition.name()) {
                case "activeByDefault" -> condition.text().equals("true");
                case "property" -> isSet(condition);
                default -> true;
            };
            if (holds) {
                return true;
            }
        }
        return false;
    }

    /** Not where only an argument of the user's own sets the property. */
    private boolean isSet(XmlElement property) {
        String name = property.childText("name").orElse("");
        String value = property.childText("value").orElse("");
        return name.startsWith("!") || value.startsWith("!") || name.startsWith("env.") || defined.contains(name);
    }
}
