package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command takes out of a bucket: {@code aws s3 cp s3://…}, {@code gsutil cp gs://…}.
 *
 * @param target the file that it is written to; empty where it is printed
 */
record BucketDownload(Optional<String> target) {

    private static final Set<String> COPIES = Set.of("cp", "mv");

    /** The download of a command; empty where it is none, such as an upload. */
    static Optional<BucketDownload> of(ShellCommand command) {
        List<String> words = command.arguments();
        return switch (command.name()) {
            case "aws" -> {
                int service = words.indexOf("s3");
                yield words.contains("s3api")
                        ? ofObject(words)
                        : copied(words, service < 0 ? words.size() : service + 1);
            }
            case "gcloud" -> {
                int service = words.indexOf("storage");
                yield copied(words, service < 0 ? words.size() : service + 1);
            }
            case "gsutil" -> copied(words, 0);
            default -> Optional.empty();
        };
    }

    private static Optional<BucketDownload> ofObject(List<String> words) {
        int verb = words.indexOf("get-object");
        String last = words.get(words.size() - 1);
        return verb < 0 || last.startsWith("-") ? Optional.empty() : Optional.of(to(last, last));
    }

    /** The copy of what an address names to what stands right behind it. */
    private static Optional<BucketDownload> copied(List<String> words, int from) {
        boolean copies = false;
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            boolean isSource = word.startsWith("s3://") || word.startsWith("gs://");
            if (isSource && copies && i + 1 < words.size()) {
                String target = words.get(i + 1);
                boolean isOther = target.contains("://") || (target.startsWith("-") && target.length() > 1);
                return isOther ? Optional.empty() : Optional.of(to(target, word));
            }
            if (isSource && words.subList(from, i).contains("cat")) {
                return Optional.of(new BucketDownload(Optional.empty()));
            }
            copies |= COPIES.contains(word);
        }
        return Optional.empty();
    }

    private static BucketDownload to(String target, String source) {
        if (target.equals("-") || target.equals("/dev/stdout")) {
            return new BucketDownload(Optional.empty());
        }
        boolean isFolder = target.equals(".") || target.endsWith("/");
        String path = isFolder ? source : target;
        return new BucketDownload(Optional.of(path.substring(path.lastIndexOf('/') + 1)));
    }
}
