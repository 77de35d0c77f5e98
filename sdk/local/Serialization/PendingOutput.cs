namespace Pulumi.Serialization;

/// <summary>An output that waits for its value.</summary>
internal sealed class PendingOutput<T> : IPendingOutput
{
    private readonly TaskCompletionSource<OutputData<T>> _data = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Resource _resource;

    public PendingOutput(Resource resource)
    {
        _resource = resource;
        Output = new Output<T>(_data.Task);
    }

    public Output<T> Output { get; }

    IOutput IPendingOutput.Output => Output;

    public Type ValueType => typeof(T);

    public void Resolve(OutputData<object?> data) => _data.TrySetResult(new OutputData<T>(
        data.Value is null ? default! : (T)data.Value,
        data.Resources.Add(_resource),
        data.IsKnown,
        data.IsSecret));

    public void Fail(Exception reason) => _data.TrySetException(reason);
}
