using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using PulumiNumbers.Carriers.Authentication;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>
/// The one way to a carrier account. From the outside in: total timeout, retry, circuit breaker, authentication, what the
/// carrier itself needs, pacing, concurrency cap, silence, timeout of the attempt.
/// </summary>
/// <remarks>
/// The breaker stands outside everything that waits, so that nobody queues for a carrier that is down; authentication stands
/// inside it, so that no token is fetched for one; what queues does so outside the attempt's timeout, so that a busy
/// account does not look like a slow carrier.
/// </remarks>
internal sealed class CarrierPipeline
{
    private readonly CarrierSettings _settings;
    private readonly SilenceStrategy _silence;
    private readonly ResiliencePipeline<CarrierAnswer> _pipeline;
    private volatile string? _outage;

    public CarrierPipeline(CarrierSettings settings, ICarrierAuthentication authentication, params IEnumerable<ResilienceStrategy<CarrierAnswer>> own)
    {
        _settings = settings;
        var options = settings.Resilience;
        _silence = new SilenceStrategy(options, settings.TimeProvider);
        var builder = new ResiliencePipelineBuilder<CarrierAnswer> { Name = settings.Carrier, TimeProvider = settings.TimeProvider };
        builder.AddTimeout(options.TotalTimeout > options.AttemptTimeout ? options.TotalTimeout : options.AttemptTimeout);
        if (options.MaxRetries > 0)
            builder.AddRetry(Retry(options));
        builder.AddCircuitBreaker(CircuitBreaker(options));
        Add(builder, new AuthenticationStrategy(authentication));
        foreach (var strategy in own)
            Add(builder, strategy);
        if (options.RequestsPerSecond is { } rate)
            Add(builder, new PacingStrategy(settings.Carrier, rate, settings.TimeProvider, settings.Events));
        Add(builder, new ConcurrencyStrategy(options.MaxConcurrentRequests));
        Add(builder, _silence);
        builder.AddTimeout(AttemptTimeout(options));
        _pipeline = builder.Build();
    }

    /// <summary>What was wrong when the carrier was last found to be down.</summary>
    public string? Outage => _outage;

    public ValueTask<Outcome<CarrierAnswer>> ExecuteAsync<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> attempt, ResilienceContext context, TState state)
        => _pipeline.ExecuteOutcomeAsync(attempt, context, state);

    private static void Add(ResiliencePipelineBuilder<CarrierAnswer> builder, ResilienceStrategy<CarrierAnswer> strategy)
        => builder.AddStrategy(_ => strategy, new CarrierStrategyOptions(strategy.GetType().Name));

    private static TimeoutStrategyOptions AttemptTimeout(ResilienceOptions options) => new()
    {
        TimeoutGenerator = arguments => ValueTask.FromResult(
            CarrierCall.Of(arguments.Context).Request.Repeatability == Repeatability.Read ? options.ReadTimeout : options.AttemptTimeout),
    };

    private RetryStrategyOptions<CarrierAnswer> Retry(ResilienceOptions options) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments, options)),
        DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.Fault?.RetryAfter),
        OnRetry = arguments =>
        {
            Report(arguments);
            return ValueTask.CompletedTask;
        },
    };

    private bool MayRepeat(RetryPredicateArguments<CarrierAnswer> arguments, ResilienceOptions options)
    {
        var call = CarrierCall.Of(arguments.Context);
        var repeatability = call.Request.Repeatability;
        return arguments.Outcome switch
        {
            // A carrier that says nothing has used up the time that repeating would take.
            { Exception: BrokenCircuitException or TimeoutRejectedException } when _silence.IsDown => false,

            // Whoever was under way when the carrier went down sits out a short outage; whoever comes later fails fast.
            { Exception: BrokenCircuitException } => call.WasTried && !(repeatability == Repeatability.Once && call.IsUndecided),
            { Exception: TimeoutRejectedException } => repeatability != Repeatability.Once,
            { Result.Fault: { } fault } => fault.AllowsRepeating(repeatability) && !(fault.RetryAfter > options.LongestRetryAfter),
            _ => false,
        };
    }

    private void Report(OnRetryArguments<CarrierAnswer> arguments)
    {
        var operation = CarrierCall.Of(arguments.Context).Request.Operation;
        var reason = Reason(arguments.Outcome);
        _settings.Events.Retrying(new(_settings.Carrier, operation, arguments.AttemptNumber + 1, arguments.RetryDelay, reason));
        if (arguments.RetryDelay >= Noticeable.Wait)
            _settings.Events.Waiting(new(_settings.Carrier, operation, arguments.RetryDelay, reason));
    }

    private CircuitBreakerStrategyOptions<CarrierAnswer> CircuitBreaker(ResilienceOptions options) => new()
    {
        // A carrier that answers one request in ten is up, if badly; retries get through to it.
        FailureRatio = 0.95,
        // One call alone, with all its retries, must not count as an outage.
        MinimumThroughput = Math.Max(options.OutageThreshold, options.MaxRetries + 2),
        SamplingDuration = options.LongestOutagePause,
        BreakDurationGenerator = arguments => ValueTask.FromResult(Pause(arguments.HalfOpenAttempts, options)),
        ShouldHandle = static arguments => ValueTask.FromResult(
            arguments.Outcome is { Exception: TimeoutRejectedException } or { Result.Fault.IsOutage: true }),
        OnOpened = arguments =>
        {
            _outage = Reason(arguments.Outcome);
            return ValueTask.CompletedTask;
        },
    };

    private static TimeSpan Pause(int probes, ResilienceOptions options)
    {
        var pause = options.ShortestOutagePause * Math.Pow(2, Math.Min(probes, 30));
        return pause < options.LongestOutagePause ? pause : options.LongestOutagePause;
    }

    private static string Reason(Outcome<CarrierAnswer> outcome) => outcome switch
    {
        { Result.Fault: { } fault } => fault.Words,
        { Exception: BrokenCircuitException } => "the carrier is down",
        { Exception: TimeoutRejectedException timeout } => $"no answer within {timeout.Timeout.TotalSeconds:0.#} s",
        _ => "no answer",
    };
}
