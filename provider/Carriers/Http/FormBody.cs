namespace PulumiNumbers.Carriers.Http;

/// <summary>A form body (<c>application/x-www-form-urlencoded</c>), its fields in the order given; a field without a value is left out.</summary>
internal sealed class FormBody : RequestBody
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public FormBody With(string name, string? value)
    {
        if (value is not null)
            _fields.Add(new(name, value));
        return this;
    }

    public override HttpContent ToContent() => new FormUrlEncodedContent(_fields);
}
