package io.github.mavenhardening.core.lock.metadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the section of what plugins install past Maven. No folder of it lies in another, so that no file is read twice. */
final class InstalledParser {

    private final MetadataTokens tokens;
    private final JsonParser json;

    InstalledParser(JsonParser json) {
        this.tokens = new MetadataTokens(json);
        this.json = json;
    }

    InstalledFiles section() throws IOException, LockSyntaxException {
        SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> folders = new TreeMap<>();
        tokens.expect(JsonToken.START_OBJECT, "an object of folders");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String folder = json.currentName();
            sound(folder);
            json.nextToken();
            if (folders.put(folder, systems()) != null) {
                throw tokens.refused("the folder is listed twice");
            }
        }
        for (String folder : folders.keySet()) {
            Optional<String> outer = InstalledFiles.outerOf(folder, folders.keySet());
            if (outer.isPresent()) {
                throw tokens.refused("a folder lies in another that is listed");
            }
        }
        return new InstalledFiles(folders);
    }

    private SortedMap<String, SortedMap<String, InstalledEntry>> systems() throws IOException, LockSyntaxException {
        SortedMap<String, SortedMap<String, InstalledEntry>> systems = new TreeMap<>();
        tokens.expect(JsonToken.START_OBJECT, "an object of systems");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String system = json.currentName();
            json.nextToken();
            if (systems.put(system, entries()) != null) {
                throw tokens.refused("the system is listed twice");
            }
        }
        return systems;
    }

    private SortedMap<String, InstalledEntry> entries() throws IOException, LockSyntaxException {
        SortedMap<String, InstalledEntry> entries = new TreeMap<>();
        tokens.expect(JsonToken.START_OBJECT, "an object of files");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String way = json.currentName();
            if (!way.equals(InstalledFiles.ITSELF)) {
                sound(way.endsWith("/") ? way.substring(0, way.length() - 1) : way);
            }
            json.nextToken();
            if (entries.put(way, entry(way)) != null) {
                throw tokens.refused("the path is listed twice");
            }
        }
        for (String way : entries.keySet()) {
            for (int slash = way.indexOf('/'); slash >= 0; slash = way.indexOf('/', slash + 1)) {
                if (slash < way.length() - 1 && entries.containsKey(way.substring(0, slash + 1))) {
                    throw tokens.refused("a path lies in a folder that is listed");
                }
            }
        }
        if (entries.containsKey(InstalledFiles.ITSELF) && entries.size() > 1) {
            throw tokens.refused("a path lies in a folder that is listed");
        }
        return entries;
    }

    private InstalledEntry entry(String way) throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_OBJECT, "an object");
        String sha256 = null;
        String link = null;
        long files = 0;
        long size = -1;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "sha256" -> sha256 = tokens.sha256();
                case "link" -> link = tokens.text();
                case "files" -> files = number(Integer.MAX_VALUE);
                case "size" -> size = number(Long.MAX_VALUE);
                default -> json.skipChildren();
            }
        }
        boolean isFolder = files > 0;
        if (way.endsWith("/") != isFolder && !way.equals(InstalledFiles.ITSELF)) {
            throw tokens.refused("a folder, whose path ends with a slash, must have 'files', and nothing else may");
        }
        if (link != null && sha256 == null && !isFolder) {
            return InstalledEntry.link(link);
        }
        if (link != null || sha256 == null || size < 0) {
            throw tokens.refused("expected 'size' and 'sha256', or 'link' alone");
        }
        return isFolder ? InstalledEntry.folder((int) files, size, sha256) : InstalledEntry.file(size, sha256);
    }

    private long number(long most) throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.VALUE_NUMBER_INT, "a number");
        // As a text first: a number may have more digits than any type holds.
        String digits = json.getText();
        long value = digits.length() > 18 ? -1 : Long.parseLong(digits);
        if (value < 0 || value > most) {
            throw tokens.refused("expected a number from 0 to " + most);
        }
        return value;
    }

    private void sound(String path) throws LockSyntaxException {
        Optional<String> problem = path.startsWith(LockPath.PROJECT_PREFIX)
                ? Optional.of("the path has an empty, '.' or '..' segment")
                : LockPath.problemOf(path);
        if (problem.isPresent()) {
            throw tokens.refused(problem.get());
        }
    }
}
