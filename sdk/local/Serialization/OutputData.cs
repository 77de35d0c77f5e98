namespace Pulumi.Serialization;

/// <summary>Ways to make an <see cref="OutputData{T}"/>.</summary>
internal static class OutputData
{
    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(value, [], IsKnown: true, isSecret);

    public static OutputData<T> Unknown<T>(bool isSecret = false) => new(default!, [], IsKnown: false, isSecret);
}
