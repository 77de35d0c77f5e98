using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// The one way to a carrier account. From the outside in: retry, circuit breaker, authentication, concurrency limiter, what the carrier itself needs,
/// rate limiter, breaker for unresponsiveness, timeout of the attempt.
/// </summary>
/// <remarks>
/// The circuit breaker stands outside everything that queues, so that nothing queues for a carrier that is down; authentication stands
/// inside it, so that no token is fetched for one. All queues stand outside the attempt's timeout and do not count against the call's time, so that a
/// busy account does not look like a slow carrier. The rate limiter stands inside the concurrency limiter: what leaves a queue together would leave in a burst.
/// </remarks>
internal sealed class CarrierPipeline
{
    private readonly CarrierSettings _settings;
    private readonly UnresponsiveCircuitBreaker _unresponsive;
    private readonly ResiliencePipeline<CarrierResponse> _pipeline;
    private volatile string? _lastError;

    public CarrierPipeline(CarrierSettings settings, ICarrierAuthentication authentication, params IEnumerable<ResilienceStrategy<CarrierResponse>> own)
    {
        _settings = settings;
        var options = settings.Resilience.Validated();
        _unresponsive = new UnresponsiveCircuitBreaker(options, settings.TimeProvider);
        var builder = new ResiliencePipelineBuilder<CarrierResponse> { Name = settings.Carrier, TimeProvider = settings.TimeProvider };
        if (options.Retry.MaxRetries > 0)
            builder.AddRetry(Retry(options));
        builder.AddCircuitBreaker(CircuitBreaker(options));
        Add(builder, new AuthenticationStrategy(authentication));
        builder.AddConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = options.Rate.MaxConcurrentRequests, QueueLimit = int.MaxValue });
        foreach (var strategy in own)
            Add(builder, strategy);
        if (options.Rate.RequestsPerSecond is { } rate)
            Add(builder, new RateLimiterStrategy(settings, rate));
        Add(builder, _unresponsive);
        builder.AddTimeout(AttemptTimeout(options));
        _pipeline = builder.Build();
    }

    /// <summary>What was wrong when the circuit breaker last opened.</summary>
    public string? LastError => _lastError;

    public ValueTask<Outcome<CarrierResponse>> ExecuteAsync<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierResponse>>> attempt, ResilienceContext context, TState state)
        => _pipeline.ExecuteOutcomeAsync(attempt, context, state);

    private static void Add(ResiliencePipelineBuilder<CarrierResponse> builder, ResilienceStrategy<CarrierResponse> strategy)
        => builder.AddStrategy(_ => strategy, new NamedStrategyOptions(strategy.GetType().Name));

    private static TimeoutStrategyOptions AttemptTimeout(ResilienceOptions options) => new()
    {
        TimeoutGenerator = arguments => ValueTask.FromResult(
            CarrierCall.From(arguments.Context).Request.RetrySafety == RetrySafety.Safe ? options.Timeout.Read : options.Timeout.Attempt),
    };

    private RetryStrategyOptions<CarrierResponse> Retry(ResilienceOptions options) => new()
    {
        MaxRetryAttempts = options.Retry.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.Retry.BaseDelay,
        MaxDelay = options.Retry.MaxDelay,
        ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments, options)),
        DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.Fault?.RetryAfter),
        OnRetry = arguments =>
        {
            CarrierCall.From(arguments.Context).TimeSpent += arguments.RetryDelay;
            Report(arguments);
            return ValueTask.CompletedTask;
        },
    };

    private bool ShouldRetry(RetryPredicateArguments<CarrierResponse> arguments, ResilienceOptions options)
    {
        var call = CarrierCall.From(arguments.Context);
        var safety = call.Request.RetrySafety;
        if (call.TimeSpent >= options.TotalTimeout)
            return false;
        return arguments.Outcome switch
        {
            // A carrier that does not respond has used up the time that repeating would take.
            { Exception: CarrierUnresponsiveException or TimeoutRejectedException } when _unresponsive.IsOpen => false,

            // A call that was under way when the carrier went down waits for a short outage; one that comes later fails fast.
            { Exception: BrokenCircuitException } => call.WasTried && !(safety == RetrySafety.NonIdempotent && call.HasLostResponse),
            { Exception: TimeoutRejectedException } => safety != RetrySafety.NonIdempotent,
            { Result.Fault: { } fault } => fault.AllowsRetry(safety) && !(fault.RetryAfter > options.Retry.MaxRetryAfter),
            _ => false,
        };
    }

    private void Report(OnRetryArguments<CarrierResponse> arguments)
    {
        var operation = CarrierCall.From(arguments.Context).Request.Operation;
        var reason = Reason(arguments.Outcome);
        _settings.Events.Retrying(new(_settings.Carrier, operation, arguments.AttemptNumber + 1, arguments.RetryDelay, reason));
        if (arguments.RetryDelay >= _settings.Resilience.Rate.ReportDelaysOver)
            _settings.Events.Waiting(new(_settings.Carrier, operation, arguments.RetryDelay, reason));
    }

    private CircuitBreakerStrategyOptions<CarrierResponse> CircuitBreaker(ResilienceOptions options) => new()
    {
        // A carrier that answers one request in ten is up, if badly; retries get through to it.
        FailureRatio = 0.95,
        // One call alone, with all its retries, must not count as an outage.
        MinimumThroughput = Math.Max(options.Breaker.BreakerMinimumThroughput, options.Retry.MaxRetries + 2),
        SamplingDuration = options.Breaker.MaxBreakDuration,
        BreakDurationGenerator = arguments => ValueTask.FromResult(BreakDuration(arguments.HalfOpenAttempts, options.Breaker)),
        ShouldHandle = static arguments => ValueTask.FromResult(
            arguments.Outcome is { Exception: TimeoutRejectedException } or { Result.Fault.IsOutage: true }),
        OnOpened = arguments =>
        {
            _lastError = Reason(arguments.Outcome);
            return ValueTask.CompletedTask;
        },
    };

    private static TimeSpan BreakDuration(int probes, BreakerOptions options)
    {
        var duration = options.MinBreakDuration * Math.Pow(2, Math.Min(probes, 30));
        return duration < options.MaxBreakDuration ? duration : options.MaxBreakDuration;
    }

    private static string Reason(Outcome<CarrierResponse> outcome) => outcome switch
    {
        { Result.Fault: { } fault } => fault.CarrierMessage,
        { Exception: BrokenCircuitException } => "the carrier is failing",
        { Exception: CarrierUnresponsiveException } => "the carrier is not responding",
        { Exception: TimeoutRejectedException timeout } => $"no response within {timeout.Timeout.TotalSeconds:0.#} s",
        _ => "no response",
    };

    /// <summary>Names a strategy of our own in a pipeline.</summary>
    private sealed class NamedStrategyOptions : ResilienceStrategyOptions
    {
        public NamedStrategyOptions(string name) => Name = name;
    }
}
