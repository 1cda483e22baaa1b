package io.github.mavenhardening.core.lock.metadata;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The metadata of one locked file.
 *
 * @param origin the id of the repository that it came from when it was locked; empty where Maven noted none, or when it was
 *     installed on that machine
 * @param published the day in UTC on which that repository says the file was stored; empty where nobody asked
 * @param firstSeen the day in UTC on which it was locked; empty for a file that was locked before anybody noted it
 * @param signer whose signature was verified; empty where none was
 * @param certified the identity of the Sigstore bundle that was verified; empty where none was
 * @param confirmed the address of the second repository that had the same bytes; empty where none was asked
 * @param only the kinds of build that need it, of those that {@link LockMetadata#environments} has; empty where all of them do
 */
public record FileMetadata(
        Optional<String> origin,
        Optional<LocalDate> published,
        Optional<LocalDate> firstSeen,
        Optional<Signer> signer,
        Optional<Certified> certified,
        Optional<String> confirmed,
        SortedSet<String> only) {

    public FileMetadata {
        only = Collections.unmodifiableSortedSet(new TreeSet<>(only));
    }

    private static final FileMetadata NONE = from(Optional.empty());

    /**
     * A bundle of Sigstore that was verified when the file was locked.
     *
     * @param identity whom its certificate is for
     * @param issuer who vouched for that
     * @param sha256 the hash of the bytes that it is for, in lower-case hexadecimal digits
     */
    public record Certified(String identity, String issuer, String sha256) {}

    /**
     * A signature that was verified when the file was locked.
     *
     * @param key the fingerprint of the primary key, in upper-case hexadecimal digits
     * @param signingKey the fingerprint of the key that made the signature: one of its subkeys, or the primary key itself
     * @param sha256 the hash of the bytes that the signature is for, in lower-case hexadecimal digits
     */
    public record Signer(String key, String signingKey, String sha256) {

        /** The subkey that made the signature; empty where the primary key itself did. */
        public Optional<String> subkey() {
            return key.equals(signingKey) ? Optional.empty() : Optional.of(signingKey);
        }
    }

    /** Of a file of which only the repository is known. */
    public static FileMetadata from(Optional<String> origin) {
        return new FileMetadata(
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedSet());
    }

    /** Of a file that nothing is known of. */
    public static FileMetadata none() {
        return NONE;
    }

    /** The same file first locked on a day, from a repository. */
    public FileMetadata seen(Optional<String> from, LocalDate day) {
        return new FileMetadata(from, published, Optional.of(day), signer, certified, confirmed, only);
    }

    /** The same with a day of publication. */
    public FileMetadata publishedOn(LocalDate day) {
        return new FileMetadata(origin, Optional.of(day), firstSeen, signer, certified, confirmed, only);
    }

    /** The same with a verified signature. */
    public FileMetadata signedBy(Signer who) {
        return new FileMetadata(origin, published, firstSeen, Optional.of(who), certified, confirmed, only);
    }

    /** The same with a verified bundle of Sigstore. */
    public FileMetadata certifiedBy(Certified who) {
        return new FileMetadata(origin, published, firstSeen, signer, Optional.of(who), confirmed, only);
    }

    /** The same with a second repository that has these bytes. */
    public FileMetadata confirmedBy(String address) {
        return new FileMetadata(origin, published, firstSeen, signer, certified, Optional.of(address), only);
    }

    /** The same, needed by some kinds of build; by all where none is named. */
    public FileMetadata neededOnlyBy(Collection<String> environments) {
        return new FileMetadata(
                origin, published, firstSeen, signer, certified, confirmed, new TreeSet<>(environments));
    }

    /** The same with what another record of the same file knows and this one does not. */
    public FileMetadata or(FileMetadata other) {
        return new FileMetadata(
                origin.or(other::origin),
                published.or(other::published),
                firstSeen.or(other::firstSeen),
                signer.or(other::signer),
                certified.or(other::certified),
                confirmed.or(other::confirmed),
                only);
    }
}
