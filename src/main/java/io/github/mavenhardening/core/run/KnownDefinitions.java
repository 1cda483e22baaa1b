package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The definitions that were read, by path and text: of a history most files are in one commit as they were in the one before.
 * Those that were asked for the longest ago are forgotten once all hold too much. Thread-safe.
 */
final class KnownDefinitions {

    private final long limit;
    private final Map<Key, Object> known = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** A file as it was read: the same text in another place is another definition. */
    private record Key(String path, String text, DefinitionKind kind) {}

    private KnownDefinitions(long limit) {
        this.limit = limit;
    }

    /** Knows none, and keeps none. */
    static KnownDefinitions none() {
        return new KnownDefinitions(0);
    }

    /**
     * Keeps what is read.
     *
     * @param limit the most characters of all texts together; the definition of one takes some twenty times as many bytes
     */
    static KnownDefinitions upTo(long limit) {
        return new KnownDefinitions(limit);
    }

    /** What was read of a file, a {@link Definition} or why it is none; read if it is not known. */
    Object get(SourceFile source, DefinitionKind kind) {
        if (source.text().length() > limit) {
            return read(source, kind);
        }
        Key key = new Key(source.path(), source.text(), kind);
        synchronized (known) {
            Object before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        Object content = read(source, kind);
        synchronized (known) {
            if (known.put(key, content) == null) {
                size += source.text().length();
            }
            var oldest = known.keySet().iterator();
            while (size > limit) {
                size -= oldest.next().text().length();
                oldest.remove();
            }
        }
        return content;
    }

    private static Object read(SourceFile source, DefinitionKind kind) {
        try {
            return kind.read(source);
        } catch (UnreadableFileException e) {
            return new Unreadable(e.location(), e.reason());
        }
    }
}
