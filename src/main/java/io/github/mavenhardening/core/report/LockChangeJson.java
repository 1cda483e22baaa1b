package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.lock.change.ArtifactChange;
import io.github.mavenhardening.core.lock.change.ArtifactChange.ChangedFile;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Kind;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.Notice;
import io.github.mavenhardening.core.lock.change.Traits;
import java.util.Collection;
import java.util.List;

/**
 * What a change brings to the lock in JSON. Its schema, {@value #SCHEMA}, lies in the jar and on the site; within a major version
 * members are only added.
 */
public final class LockChangeJson {

    /** The JSON Schema, as a resource. */
    public static final String SCHEMA = "META-INF/hardening/hardening-diff.schema.json";

    private static final String SCHEMA_VERSION = "1.0";

    private LockChangeJson() {}

    /** The same change gives the same bytes, UTF-8. */
    public static byte[] encode(LockChange change, String toolVersion) {
        JsonObject root = new JsonObject();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool").put("name", Tool.NAME).put("version", toolVersion);
        root.put("compared", change.problem().isEmpty());
        change.problem().ifPresent(problem -> root.put("problem", Sanitizer.text(problem)));
        write(root, change);
        return JsonWriter.bytes(root);
    }

    /** What it brings, as members of an object. */
    static void write(JsonObject root, LockChange change) {
        root.put("base", Sanitizer.text(change.base()));
        texts(root.putArray("gaps"), change.gaps());
        JsonObject counts = root.putObject("counts");
        for (Kind kind : Kind.values()) {
            counts.put(kind.id(), change.counts().getOrDefault(kind, 0));
        }
        counts.put("unchanged", change.unchanged());
        notices(root.putArray("notices"), change.build());
        JsonArray artifacts = root.putArray("artifacts");
        change.artifacts().forEach(artifact -> artifact(artifacts.addObject(), artifact));
    }

    private static void artifact(JsonObject json, ArtifactChange change) {
        json.put("artifact", Sanitizer.text(change.artifact()));
        json.put("kind", change.kind().id());
        JsonObject versions = json.putObject("versions");
        texts(versions.putArray("gone"), change.versions().gone());
        texts(versions.putArray("come"), change.versions().come());
        texts(versions.putArray("kept"), change.versions().kept());
        JsonArray roles = json.putArray("roles");
        change.roles().forEach(role -> roles.add(role.label()));
        notices(json.putArray("notices"), change.notices());
        JsonArray files = json.putArray("files");
        for (ChangedFile file : change.files()) {
            JsonObject entry = files.addObject().put("path", Sanitizer.visible(file.path()));
            file.before().ifPresent(hash -> entry.put("before", hash));
            file.after().ifPresent(hash -> entry.put("after", hash));
        }
        traits(json.putObject("before"), change.before());
        traits(json.putObject("after"), change.after());
    }

    private static void traits(JsonObject json, Traits traits) {
        texts(json.putArray("origins"), traits.origins());
        texts(json.putArray("signers"), traits.signers());
        texts(json.putArray("identities"), traits.identities());
        traits.published().ifPresent(day -> json.put("published", day.toString()));
        traits.firstSeen().ifPresent(day -> json.put("firstSeen", day.toString()));
        texts(json.putArray("licences"), traits.licences());
        texts(json.putArray("nativeCode"), traits.nativeCode());
        texts(json.putArray("unseen"), traits.unseen());
        texts(json.putArray("unlicensed"), traits.unlicensed());
    }

    private static void notices(JsonArray json, List<Notice> notices) {
        for (Notice notice : notices) {
            json.addObject().put("concern", notice.concern().id()).put("text", Sanitizer.text(notice.text()));
        }
    }

    private static void texts(JsonArray json, Collection<String> texts) {
        texts.forEach(text -> json.add(Sanitizer.text(text)));
    }
}
