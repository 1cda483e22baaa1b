package io.github.mavenhardening.core.finding;

import io.github.mavenhardening.core.text.MaskedUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding of a check, as the check sees it; what to make of it (suppress, ignore, fail) is the policy's.
 *
 * @param checkId the check's id, {@code unpinned-uses}
 * @param severity how bad it is
 * @param confidence how sure the check is
 * @param exposure who can exploit it, as far as the check knows
 * @param persona who wants to see it
 * @param primary where it is
 * @param related other places that explain it, in the order to read them
 * @param way those of them that data comes by, from where it comes in to the last before the primary location; empty where
 *     nothing is followed
 * @param scope the stretch of the primary location's file that it is about, wider than what is shown: a comment in it
 *     that takes such findings back takes this one back; empty where the places shown are all
 * @param message what is wrong, one sentence without a final full stop; plain text that may quote file content
 * @param remedy what to do about it, one sentence in the imperative; plain text
 * @param subject what the finding is about in words that stay the same when lines move, for the fingerprint: the
 *     reference, the key's path, the artifact
 * @param element the job, step, action or artifact it is about, by the names that people give them
 * @param artifact the artifact's file it is about, for dependency findings
 * @param fix a change that fixes it, where one is known
 */
public record Finding(
        String checkId,
        Severity severity,
        Confidence confidence,
        Exposure exposure,
        Persona persona,
        Location primary,
        List<Location> related,
        List<Location> way,
        Optional<Span> scope,
        String message,
        String remedy,
        String subject,
        Element element,
        Optional<ArtifactRef> artifact,
        Optional<Fix> fix)
        implements Comparable<Finding> {

    public Finding {
        related = List.copyOf(related);
        way = List.copyOf(way);
    }

    /** The subject of a finding that stands for all those beyond a limit. */
    public static final String MORE = "more findings";

    /** The same finding at another severity. */
    public Finding withSeverity(Severity other) {
        return toBuilder().severity(other).build();
    }

    /** The same finding, about that element. */
    public Finding withElement(Element about) {
        return toBuilder().element(about).build();
    }

    /** Its parts, to be changed. */
    public Builder toBuilder() {
        Builder parts = new Builder(checkId, severity, primary);
        parts.confidence = confidence;
        parts.exposure = exposure;
        parts.persona = persona;
        parts.related.addAll(related);
        parts.way.addAll(way);
        parts.scope = scope;
        parts.message = message;
        parts.remedy = remedy;
        parts.subject = subject;
        parts.element = element;
        parts.artifact = artifact;
        parts.fix = fix;
        return parts;
    }

    /** Whether it stands for all those beyond a limit, of which nobody knows how many there are. */
    public boolean standsForMore() {
        return primary.span().isEmpty() && subject.equals(MORE);
    }

    /** Every place that the finding has to do with: those that are shown, and what it is about as a whole. */
    public List<Location> places() {
        List<Location> places = new ArrayList<>();
        places.add(primary);
        places.addAll(related);
        if (scope.isPresent()) {
            places.add(Location.of(primary.path(), scope.get()));
        }
        return places;
    }

    /** Of what tells findings apart; the rest would be hashed for nothing, several times a finding. */
    @Override
    public int hashCode() {
        return 31 * (31 * checkId.hashCode() + primary.hashCode()) + message.hashCode();
    }

    /** By place, then check, then what it says, the worst first: the order of every report. */
    @Override
    public int compareTo(Finding other) {
        int place = comparePlace(other);
        if (place != 0) {
            return place;
        }
        int words = compareWords(other);
        return words != 0 ? words : compareGrade(other);
    }

    private int comparePlace(Finding other) {
        int path = primary.path().compareTo(other.primary.path());
        if (path != 0) {
            return path;
        }
        int line = Integer.compare(primary.line(), other.primary.line());
        return line != 0 ? line : Integer.compare(primary.column(), other.primary.column());
    }

    private int compareWords(Finding other) {
        int check = checkId.compareTo(other.checkId);
        if (check != 0) {
            return check;
        }
        int about = subject.compareTo(other.subject);
        return about != 0 ? about : message.compareTo(other.message);
    }

    private int compareGrade(Finding other) {
        int worse = other.severity.compareTo(severity);
        if (worse != 0) {
            return worse;
        }
        int surer = other.confidence.compareTo(confidence);
        return surer != 0 ? surer : persona.compareTo(other.persona);
    }

    /** Starts a finding of that check: regular persona, high confidence, an insider's, unless set otherwise. */
    public static Builder of(String checkId, Severity severity, Location primary) {
        return new Builder(checkId, severity, primary);
    }

    /** Collects a finding's parts; {@link #build()} wants a message and a remedy. */
    public static final class Builder {
        private final String checkId;
        private Severity severity;
        private Confidence confidence = Confidence.HIGH;
        private Exposure exposure = Exposure.INSIDER;
        private Persona persona = Persona.REGULAR;
        private Location primary;
        private final List<Location> related = new ArrayList<>();
        private final List<Location> way = new ArrayList<>();
        private Optional<Span> scope = Optional.empty();
        private String message = "";
        private String remedy = "";
        private String subject = "";
        private Element element = Element.NONE;
        private Optional<ArtifactRef> artifact = Optional.empty();
        private Optional<Fix> fix = Optional.empty();

        private Builder(String checkId, Severity severity, Location primary) {
            this.checkId = checkId;
            this.severity = severity;
            this.primary = primary;
        }

        public Builder severity(Severity value) {
            severity = value;
            return this;
        }

        public Builder confidence(Confidence value) {
            confidence = value;
            return this;
        }

        public Builder exposure(Exposure value) {
            exposure = value;
            return this;
        }

        public Builder persona(Persona value) {
            persona = value;
            return this;
        }

        public Builder related(Location location) {
            related.add(location);
            return this;
        }

        /** The next place that data comes by on its way to the primary location, which explains the finding too. */
        public Builder way(Location location) {
            way.add(location);
            return related(location);
        }

        /** What it is about as a whole, in the primary location's file. */
        public Builder scope(Span value) {
            scope = Optional.of(value);
            return this;
        }

        /** The primary location, where nothing was said of the scope and it is a part of that file. */
        public Optional<Span> placeWithoutScope(String path) {
            return scope.isEmpty() && primary.path().equals(path) ? primary.span() : Optional.empty();
        }

        /** What is wrong; names and passwords in its addresses are masked, as reports go where the repository does not. */
        public Builder message(String value) {
            message = MaskedUsers.in(value);
            return this;
        }

        /** What to do about it; masked likewise. */
        public Builder remedy(String value) {
            remedy = MaskedUsers.in(value);
            return this;
        }

        public Builder subject(String value) {
            subject = value;
            return this;
        }

        public Builder element(Element value) {
            element = value;
            return this;
        }

        /** The artifact's file that it is about; the element is the artifact then. */
        public Builder artifact(ArtifactRef value) {
            artifact = Optional.of(value);
            element = value.coordinates().map(Element::ofArtifact).orElse(Element.NONE);
            return this;
        }

        public Builder fix(Fix value) {
            fix = Optional.of(value);
            return this;
        }

        /**
         * The finding.
         *
         * @throws IllegalStateException when message or remedy is missing: each tells the user half of what is needed
         */
        public Finding build() {
            if (message.isBlank() || remedy.isBlank()) {
                throw new IllegalStateException(checkId + ": a finding has a message and a remedy");
            }
            return new Finding(
                    checkId,
                    severity,
                    confidence,
                    exposure,
                    persona,
                    primary,
                    related,
                    way,
                    scope,
                    message,
                    remedy,
                    subject.isBlank() ? message : subject,
                    element,
                    artifact,
                    fix);
        }
    }
}
