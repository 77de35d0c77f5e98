namespace Pulumi.Serialization;

/// <summary>An output that waits for its value, where its type is not known.</summary>
internal interface IPendingOutput
{
    Type ValueType { get; }

    IOutput Output { get; }

    /// <summary>Gives it its value; only the first one counts.</summary>
    void Resolve(OutputData<object?> data);

    /// <summary>Ends the wait without a value.</summary>
    void Fail(Exception reason);
}
