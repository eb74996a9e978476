package dev.figment.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Remembers what messages point to: the last key, and where a map or list that just ended began.
 * Refuses aliases, which the parser would take for text.
 */
final class LocationTrackingParser extends JsonParserDelegate {
  private final Deque<TokenStreamLocation> open = new ArrayDeque<>();
  private @Nullable TokenStreamLocation key;
  private @Nullable TokenStreamLocation ended;

  LocationTrackingParser(JsonParser parser) {
    super(parser);
  }

  /** Where the last key stands. */
  TokenStreamLocation key() {
    return key == null ? currentTokenLocation() : key;
  }

  /** Of a map or list that ends here, its beginning: an end says nothing to a reader. */
  @Override
  public TokenStreamLocation currentTokenLocation() {
    JsonToken token = delegate.currentToken();
    return token != null && token.isStructEnd() && ended != null
        ? ended
        : delegate.currentTokenLocation();
  }

  @Override
  public @Nullable JsonToken nextToken() {
    return noted(delegate.nextToken());
  }

  @Override
  public @Nullable String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? delegate.currentName() : null;
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    nextToken();
    return delegate.currentNameMatch(matcher);
  }

  @Override
  public JsonParser skipChildren() {
    throw new AssertionError("nothing in a recipe is skipped");
  }

  private @Nullable JsonToken noted(@Nullable JsonToken token) {
    if (token == null) {
      return null;
    }
    TokenStreamLocation here = delegate.currentTokenLocation();
    if (delegate instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new StreamReadException(
          this, "aliases are refused, got *%s. Write it out.".formatted(yaml.getString()), here);
    }
    if (token == JsonToken.PROPERTY_NAME) {
      key = here;
    } else if (token.isStructStart()) {
      open.push(here);
    } else if (token.isStructEnd() && !open.isEmpty()) {
      ended = open.pop();
    }
    return token;
  }
}
