package io.github.mavenhardening.core.lock.metadata;

import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a line for each file and each artifact, so that merges touch few lines. */
final class MetadataWriter {

    private MetadataWriter() {}

    static String text(LockMetadata metadata) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<String, FileMetadata> file : metadata.files().entrySet()) {
            files.put(file.getKey(), JsonWriter.line(object(file.getValue())));
        }
        SortedMap<String, String> signers = new TreeMap<>();
        metadata.signers().forEach((artifact, keys) -> {
            JsonObject holder = new JsonObject();
            keys.forEach(holder.putArray("keys")::add);
            signers.put(artifact, JsonWriter.line(holder));
        });
        SortedMap<String, String> repositories = new TreeMap<>();
        metadata.repositories().forEach((origin, addresses) -> {
            JsonObject byId = new JsonObject();
            addresses.forEach(byId::put);
            repositories.put(origin, JsonWriter.line(byId));
        });
        return "{\n  \"version\" : " + MetadataParser.VERSION + ",\n" + member("files", files) + ",\n"
                + member("signers", signers)
                + (repositories.isEmpty() ? "" : ",\n" + member("repositories", repositories))
                + (metadata.environments().isEmpty() ? "" : ",\n" + environments(metadata.environments()))
                + (metadata.installed().folders().isEmpty() ? "" : ",\n" + installed(metadata.installed()))
                + "\n}\n";
    }

    private static String member(String name, SortedMap<String, String> lines) {
        List<String> written = new ArrayList<>();
        lines.forEach((key, value) -> written.add("\n    " + JsonWriter.quoted(key) + " : " + value));
        return "  " + JsonWriter.quoted(name) + " : {" + String.join(",", written)
                + (written.isEmpty() ? " }" : "\n  }");
    }

    private static String environments(Collection<String> environments) {
        List<String> written = new ArrayList<>();
        environments.forEach(each -> written.add("\n    " + JsonWriter.quoted(each)));
        return "  \"environments\" : [" + String.join(",", written) + "\n  ]";
    }

    /** A line for each file, three levels deep. */
    private static String installed(InstalledFiles installed) {
        List<String> folders = new ArrayList<>();
        installed.folders().forEach((folder, bySystem) -> {
            List<String> systems = new ArrayList<>();
            bySystem.forEach((system, entries) -> {
                List<String> lines = new ArrayList<>();
                entries.forEach((way, entry) ->
                        lines.add("\n        " + JsonWriter.quoted(way) + " : " + JsonWriter.line(object(entry))));
                systems.add("\n      " + JsonWriter.quoted(system) + " : {" + String.join(",", lines) + "\n      }");
            });
            folders.add("\n    " + JsonWriter.quoted(folder) + " : {" + String.join(",", systems) + "\n    }");
        });
        return "  \"installed\" : {" + String.join(",", folders) + "\n  }";
    }

    private static JsonObject object(InstalledEntry entry) {
        JsonObject object = new JsonObject();
        if (entry.kind() == InstalledEntry.Kind.LINK) {
            return object.put("link", entry.content());
        }
        if (entry.kind() == InstalledEntry.Kind.FOLDER) {
            object.put("files", entry.files());
        }
        return object.put("size", entry.size()).put("sha256", entry.content());
    }

    private static JsonObject object(FileMetadata file) {
        JsonObject object = new JsonObject();
        put(object, "origin", file.origin());
        put(object, "published", file.published().map(LocalDate::toString));
        put(object, "firstSeen", file.firstSeen().map(LocalDate::toString));
        put(object, "signer", file.signer().map(FileMetadata.Signer::key));
        put(object, "subkey", file.signer().flatMap(FileMetadata.Signer::subkey));
        put(object, "signedSha256", file.signer().map(FileMetadata.Signer::sha256));
        put(object, "identity", file.certified().map(FileMetadata.Certified::identity));
        put(object, "issuer", file.certified().map(FileMetadata.Certified::issuer));
        put(object, "identitySha256", file.certified().map(FileMetadata.Certified::sha256));
        put(object, "confirmed", file.confirmed());
        if (!file.only().isEmpty()) {
            file.only().forEach(object.putArray("only")::add);
        }
        return object;
    }

    private static void put(JsonObject object, String name, Optional<String> value) {
        value.ifPresent(text -> object.put(name, text));
    }
}
