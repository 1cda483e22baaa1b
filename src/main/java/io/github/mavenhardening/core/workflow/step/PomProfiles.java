package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.launch.MavenArguments;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of the profiles of a POM, of which a command asks for some by their ids. */
final class PomProfiles {

    private PomProfiles() {}

    /**
     * A command with the properties of the profiles that it asks for, where its own words do not set them.
     *
     * @param words what it is called with
     * @param path the POM that it builds
     */
    static MavenCommand in(
            MavenCommand command, List<String> words, String path, Definitions definitions, Repository repository) {
        List<String> ids = ids(words);
        if (ids.isEmpty() || !repository.isFile(path)) {
            return command;
        }
        Map<String, String> properties = new HashMap<>();
        Map<String, Map<String, String>> profiles = read(path, definitions, repository);
        for (String id : ids) {
            properties.putAll(profiles.getOrDefault(id, Map.of()));
        }
        properties.putAll(command.properties());
        return new MavenCommand(command.goals(), properties, command.file(), command.projects());
    }

    private static List<String> ids(List<String> words) {
        List<String> ids = new ArrayList<>();
        List<Word> given = new ArrayList<>();
        for (String word : words) {
            given.addAll(Word.of(word));
        }
        for (MavenArguments.Option option : MavenArguments.of(given).options()) {
            if (option.name().equals("P")) {
                for (String id : option.value().split(",", -1)) {
                    ids.add(id.strip().replaceFirst("^[+?]{1,2}", ""));
                }
            }
        }
        return ids;
    }

    private static Map<String, Map<String, String>> read(String path, Definitions definitions, Repository repository) {
        try {
            SourceFile file = repository.read(path);
            Optional<Map<String, Map<String, String>>> known = definitions.known(PomProfiles.class, file);
            return known.isPresent()
                    ? known.get()
                    : definitions.keep(PomProfiles.class, file, of(XmlReader.read(file)));
        } catch (UnreadableFileException e) {
            // Silent: what reads the build's own files reports it, and the words of the command are known.
            return Map.of();
        }
    }

    private static Map<String, Map<String, String>> of(XmlElement root) {
        Map<String, Map<String, String>> profiles = new HashMap<>();
        for (XmlElement profile : root.childrenAt("profiles")) {
            Map<String, String> properties = new HashMap<>();
            for (XmlElement property : profile.childrenAt("properties")) {
                // What another property says is not known here.
                if (!property.text().contains("${")) {
                    properties.put(property.name(), property.text());
                }
            }
            profiles.put(profile.childText("id").orElse(""), properties);
        }
        return profiles;
    }
}
