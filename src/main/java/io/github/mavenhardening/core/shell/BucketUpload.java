package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command that puts files into a bucket of a cloud's storage, or, by {@code scp} or {@code rsync}, on another machine.
 *
 * @param isPublic whether it says itself that everybody may read them
 * @param isOfPackages whether its words say that they are packages or a release
 * @param text program and verb, for messages: {@code aws s3 cp}
 */
public record BucketUpload(boolean isPublic, boolean isOfPackages, String text) {

    private static final Set<String> COPIES = Set.of("cp", "sync", "mv", "rsync");
    private static final Set<String> RCLONE = Set.of("copy", "copyto", "sync", "move", "moveto");
    private static final Set<String> MACHINES = Set.of("scp", "rsync");
    private static final Set<String> DRY = Set.of("--dryrun", "--dry-run", "-n");

    /** A bucket, or a variable whose name says that it is one. */
    private static final Pattern BUCKET = Pattern.compile(
            "(?:s3|gs|oss|b2)://.*|\\$\\{?(?i:\\w{0,60}(?:bucket|gcs|(?<![a-z])s3(?![a-z]))\\w{0,60})\\}?(?:/.*)?");
    /** A remote of rclone's, by its name or, after a colon, its kind; no drive of Windows and no address. */
    private static final Pattern REMOTE = Pattern.compile(":?[\\w.+${}-]{2,100}:(?!//).*");

    /** A path of another machine, as {@code scp} and {@code rsync} write it; a name of one letter is a drive of Windows. */
    private static final Pattern MACHINE =
            Pattern.compile("(?:[^:/@]{1,300}@)?(?!localhost:|127\\.)[^:/@]{2,300}:(?!//).*|rsync://.*");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}[A-Za-z%]{0,2}");

    private static final Pattern PUBLIC = Pattern.compile("(?:--acl=|--predefined-acl=|--canned-acl=|--s3-acl=)?"
            + "(?:public-read|publicRead|public-read-write)|--acl-public");

    /** Words for what shows how a build went, what a change would look like, or makes the next build faster: nobody installs it. */
    private static final Pattern BY_THE_WAY =
            Pattern.compile("(?i)(?<![a-z])(?:s?ccache|caches?|logs?|reports?|coverage|tests?"
                    + "|results?|benchmarks?|perf|metrics|backups?|junit|traces?|profiles?|stats|tfstate|screenshots?|dumps?|debug"
                    + "|pull[-_]?requests?|prs?|previews?)"
                    + "(?![a-z])");

    private static final Pattern PACKAGES =
            Pattern.compile("(?i)\\.(?:deb|rpm|apk|aab|zip|tgz|tar|jar|whl|gem|nupkg|exe|msi|dmg"
                    + "|pkg|appimage|iso|xz|gz|snap|vsix|crate)(?![a-z])|(?<![a-z])(?:packages?|pkgs?|releases?|binar(?:y|ies)|bin"
                    + "|installers?|artifacts?|nightl(?:y|ies)|charts?|helm|apt|deb|rpm|yum)(?![a-z])");

    private static final Pattern DOCUMENTS =
            Pattern.compile("(?i)(?<![a-z])(?:java|api)?docs?(?![a-z])|(?<![a-z])(?:web)?sites?(?![a-z])");

    /** What a command uploads; empty where it does not, only tries to, or hands out nothing: a cache, a report. */
    public static Optional<BucketUpload> of(ShellCommand command) {
        List<String> words = command.arguments();
        Optional<String> verb = verb(command, words);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        boolean isPublic = false;
        boolean isOfPackages = false;
        boolean isOfDocuments = false;
        int buckets = 0;
        for (String word : words) {
            if (DRY.contains(word) || BY_THE_WAY.matcher(word).find()) {
                return Optional.empty();
            }
            isPublic |= PUBLIC.matcher(word).matches();
            isOfPackages |= PACKAGES.matcher(word).find();
            isOfDocuments |= DOCUMENTS.matcher(word).find();
            buckets += BUCKET.matcher(word).matches() ? 1 : 0;
        }
        boolean uploads = command.name().equals("rclone")
                ? endsAtRemote(words, REMOTE)
                : MACHINES.contains(command.name())
                        ? endsAtRemote(words, MACHINE)
                        : endsInBucket(words) || isPublic || !takesBuckets(command.name());
        return uploads
                ? Optional.of(new BucketUpload(
                        isPublic,
                        isOfPackages && !isOfDocuments && buckets < 2,
                        (command.name() + " " + verb.get()).strip()))
                : Optional.empty();
    }

    /** Whether words say that it is about what shows how a build went, or makes the next one faster. */
    public static boolean isByTheWay(String words) {
        return BY_THE_WAY.matcher(words).find();
    }

    /** The words that make a command one that can upload. */
    private static Optional<String> verb(ShellCommand command, List<String> words) {
        return switch (command.name()) {
            case "aws" -> after("s3", COPIES, words).or(() -> after("s3api", Set.of("put-object"), words));
            case "gsutil" -> among(COPIES, words);
            case "gcloud" -> after("storage", COPIES, words);
            case "rclone" -> among(RCLONE, words);
            case "s3cmd" -> among(Set.of("put", "sync"), words);
            case "ossutil", "ossutil64" -> among(COPIES, words);
            case "b2" -> among(Set.of("sync", "upload-file"), words);
            case "az" -> after("blob", Set.of("upload", "upload-batch"), words);
            case "scp", "rsync" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    /** Whether a program both fetches and puts, by which of its words is a bucket. */
    private static boolean takesBuckets(String program) {
        return !program.equals("az");
    }

    private static Optional<String> among(Set<String> verbs, List<String> words) {
        for (String word : words) {
            if (verbs.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> after(String service, Set<String> verbs, List<String> words) {
        int at = words.indexOf(service) + 1;
        return at > 0 && at < words.size() && verbs.contains(words.get(at))
                ? Optional.of(service + " " + words.get(at))
                : Optional.empty();
    }

    /** Whether the last bucket is where the files go: another one stands before it, or no path behind it. */
    private static boolean endsInBucket(List<String> words) {
        int buckets = 0;
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            if (BUCKET.matcher(words.get(i)).matches()) {
                buckets++;
                last = i;
            }
        }
        boolean isLast = last + 1 >= words.size()
                || (words.get(last + 1).startsWith("-") && words.get(last + 1).length() > 1);
        return buckets > 1 || (buckets == 1 && isLast);
    }

    /** Whether the last path is one of a remote. */
    private static boolean endsAtRemote(List<String> words, Pattern remote) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            if (!word.startsWith("-") && !NUMBER.matcher(word).matches()) {
                return remote.matcher(word).matches();
            }
        }
        return false;
    }
}
