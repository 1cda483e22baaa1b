package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.LocalPath;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The files of tasks of a repository, each read once. */
final class TaskFiles {

    private final Repository repository;
    private final Function<String, Optional<String>> texts;
    private final Map<String, TaskFile> files = new ConcurrentHashMap<>();
    /** The characters of each and of all that it includes. */
    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();

    /** @param texts what files hold, by their paths; empty for one that cannot be read */
    TaskFiles(Repository repository, Function<String, Optional<String>> texts) {
        this.repository = repository;
        this.texts = texts;
    }

    /** The one that a task is of. */
    TaskFile get(ScriptCall call) {
        String key = key(call);
        TaskFile file = files.get(key);
        if (file == null) {
            String text = texts.apply(call.path()).orElse("");
            AtomicInteger length = new AtomicInteger(text.length());
            file = call.runner().orElseThrow().read(text, other -> {
                Optional<String> included = LocalPath.plain(call.folder() + "/" + other)
                        .filter(repository::isFile)
                        .flatMap(texts);
                length.addAndGet(included.map(String::length).orElse(0));
                return included;
            });
            lengths.put(key, length.get());
            files.put(key, file);
        }
        return file;
    }

    /** The characters that were read of the file of a task, and of all that it includes. */
    int length(ScriptCall call) {
        return lengths.getOrDefault(key(call), 0);
    }

    /** The file of a task. */
    static String key(ScriptCall call) {
        return call.runner().orElseThrow() + ":" + call.path();
    }
}
