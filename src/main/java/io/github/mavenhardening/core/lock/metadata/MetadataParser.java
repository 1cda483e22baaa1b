package io.github.mavenhardening.core.lock.metadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Certified;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the metadata token by token, for the place of what does not fit. Members that are not known are passed over: a newer
 * release may have written them.
 */
public final class MetadataParser {

    /** What this release writes, and the newest it reads. */
    static final int VERSION = 1;

    /** Dates are counted with: those beyond would lead out of the calendar. */
    private static final int MAX_YEAR = 9999;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    private final MetadataTokens tokens;
    private final JsonParser json;
    private final SortedMap<String, FileMetadata> files = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> signers = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> repositories = new TreeMap<>();
    private final SortedSet<String> environments = new TreeSet<>();

    private InstalledFiles installed = InstalledFiles.none();

    /** A lock has thousands of dates and few days. */
    private final Map<String, LocalDate> days = new HashMap<>();

    private MetadataParser(JsonParser json) {
        this.tokens = new MetadataTokens(json);
        this.json = json;
    }

    /**
     * The metadata as the file has it.
     *
     * @throws LockSyntaxException at the first place that does not fit
     */
    public static LockMetadata parse(String text) throws LockSyntaxException {
        try (JsonParser json = Json.tokens(text)) {
            MetadataParser parser = new MetadataParser(json);
            parser.document();
            return new LockMetadata(
                    parser.files, parser.signers, parser.repositories, parser.environments, parser.installed);
        } catch (JsonProcessingException e) {
            throw MetadataTokens.at(e.getLocation(), Json.problem(e));
        } catch (IOException e) {
            throw new LockSyntaxException(1, 1, "it is not JSON");
        }
    }

    private void document() throws IOException, LockSyntaxException {
        json.nextToken();
        tokens.expect(JsonToken.START_OBJECT, "an object");
        boolean versioned = false;
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (!seen.add(name)) {
                // Which of them counts, a reviewer cannot tell: readers of JSON differ in that.
                throw tokens.refused("the member '" + name + "' is listed twice");
            }
            json.nextToken();
            switch (name) {
                case "version" -> versioned = version();
                case "files" -> files();
                case "signers" -> signers();
                case "repositories" -> repositories();
                case "environments" -> environments(environments);
                case "installed" -> installed = new InstalledParser(json).section();
                default -> json.skipChildren();
            }
        }
        if (!versioned) {
            throw tokens.refused("expected the member 'version'");
        }
        if (json.nextToken() != null) {
            throw tokens.refused("expected nothing after the object");
        }
    }

    private boolean version() throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.VALUE_NUMBER_INT, "a number");
        if (json.getLongValue() != VERSION) {
            throw tokens.refused("version " + json.getText() + " is not known to this release, which reads " + VERSION);
        }
        return true;
    }

    private void files() throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_OBJECT, "an object of files");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String path = json.currentName();
            Optional<String> problem = LockPath.problemOf(path);
            if (problem.isPresent()) {
                throw tokens.refused(problem.get());
            }
            if (files.containsKey(path)) {
                throw tokens.refused("the path is listed twice");
            }
            json.nextToken();
            files.put(path, file());
        }
    }

    private FileMetadata file() throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_OBJECT, "an object");
        Map<String, String> texts = new HashMap<>();
        FileMetadata file = FileMetadata.none();
        SortedSet<String> only = new TreeSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "origin", "confirmed", "identity", "issuer" -> texts.put(name, tokens.text());
                case "published" -> file = file.publishedOn(date());
                case "firstSeen" -> file = file.seen(Optional.empty(), date());
                case "signer", "subkey" -> texts.put(name, fingerprint());
                case "only" -> environments(only);
                case "signedSha256", "identitySha256" -> texts.put(name, tokens.sha256());
                default -> json.skipChildren();
            }
        }
        return completed(file, texts).neededOnlyBy(only);
    }

    private FileMetadata completed(FileMetadata file, Map<String, String> texts) throws LockSyntaxException {
        Optional<Signer> signer = Optional.empty();
        if (texts.containsKey("signer") != texts.containsKey("signedSha256")) {
            throw tokens.refused("'signer' and 'signedSha256' must both be present or both be absent");
        }
        if (texts.containsKey("signer")) {
            String key = texts.get("signer");
            signer = Optional.of(new Signer(key, texts.getOrDefault("subkey", key), texts.get("signedSha256")));
        }
        return new FileMetadata(
                Optional.ofNullable(texts.get("origin")),
                file.published(),
                file.firstSeen(),
                signer,
                certified(texts),
                Optional.ofNullable(texts.get("confirmed")),
                Collections.emptySortedSet());
    }

    private Optional<Certified> certified(Map<String, String> texts) throws LockSyntaxException {
        String identity = texts.get("identity");
        String issuer = texts.get("issuer");
        String sha256 = texts.get("identitySha256");
        if (identity == null && issuer == null && sha256 == null) {
            return Optional.empty();
        }
        if (identity == null || issuer == null || sha256 == null) {
            throw tokens.refused("'identity', 'issuer' and 'identitySha256' must all be present or all be absent");
        }
        return Optional.of(new Certified(identity, issuer, sha256));
    }

    private void signers() throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_OBJECT, "an object of artifacts");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String artifact = json.currentName();
            json.nextToken();
            tokens.expect(JsonToken.START_OBJECT, "an object");
            SortedSet<String> keys = signers.computeIfAbsent(artifact, unknown -> new TreeSet<>());
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean known = json.currentName().equals("keys");
                json.nextToken();
                if (known) {
                    keys(keys);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void repositories() throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_OBJECT, "an object of repositories");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            SortedMap<String, String> addresses =
                    repositories.computeIfAbsent(json.currentName(), unknown -> new TreeMap<>());
            json.nextToken();
            tokens.expect(JsonToken.START_OBJECT, "an object of addresses");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String id = json.currentName();
                json.nextToken();
                addresses.put(id, tokens.text());
            }
        }
    }

    private void environments(SortedSet<String> into) throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_ARRAY, "a list of texts");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            into.add(tokens.text());
        }
    }

    private void keys(SortedSet<String> keys) throws IOException, LockSyntaxException {
        tokens.expect(JsonToken.START_ARRAY, "a list of fingerprints");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            keys.add(fingerprint());
        }
    }

    private LocalDate date() throws IOException, LockSyntaxException {
        String text = tokens.text();
        LocalDate known = days.get(text);
        if (known != null) {
            return known;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 0 && date.getYear() <= MAX_YEAR) {
                days.put(text, date);
                return date;
            }
        } catch (DateTimeParseException e) {
            // Silent: it is refused below, as a year without end is.
        }
        throw tokens.refused("expected a date such as 2026-01-31");
    }

    private String fingerprint() throws IOException, LockSyntaxException {
        String text = tokens.text();
        if (!FINGERPRINT.matcher(text).matches()) {
            throw tokens.refused("expected a key's fingerprint of 40 or 64 upper-case hexadecimal digits");
        }
        return text;
    }
}
