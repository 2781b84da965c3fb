using System.Text.Json;
using System.Text.Json.Serialization;

namespace Underpin.Platform.Database;

/// <summary>
/// Writes the house's value types as the text they parse from, in history and in JSON columns. A type whose words for people
/// do not parse ("10 credits") offers a bare form as its format "N".
/// </summary>
internal sealed class ParsableJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) =>
        type.Assembly == typeof(ParsableJsonConverter).Assembly && type.IsValueType && !type.IsEnum
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

    sealed class Of<T> : JsonConverter<T> where T : IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"\"{reader.GetString()}\" is not a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value is IFormattable bare ? bare.ToString("N", null) : value.ToString());
    }
}
