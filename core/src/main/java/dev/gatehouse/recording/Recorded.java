package dev.gatehouse.recording;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockPlace;
import java.time.Instant;
import java.util.List;

/// An event as it is read back, with its contents.
///
/// @param index of its entry, which several events that follow each other may share
public record Recorded(long index, Event event, List<StoredContent> contents) {
    public Recorded {
        contents = List.copyOf(contents);
    }

    /// A content as it is read back. Kind, categories and time stand in clear even when the content is gone.
    public record StoredContent(BlockPlace place, Content.Kind kind, List<String> categories, Instant at, State state) {
        public StoredContent {
            categories = List.copyOf(categories);
        }

        /// The content, or nothing when it was erased or cannot be read.
        public Slice bytesOrEmpty() {
            return state instanceof State.Readable(Slice bytes) ? bytes : Slice.EMPTY;
        }
    }

    /// What has become of a content.
    public sealed interface State {
        record Readable(Slice bytes) implements State {}

        /// Its key was destroyed.
        record Erased() implements State {}

        /// It is not what the log commits to, or these are not its keys.
        record Unreadable(String why) implements State {}
    }
}
