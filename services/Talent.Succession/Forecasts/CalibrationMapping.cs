using Talent.Succession.Boards;
using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.V1;
using CalibratedFigure = Talent.Succession.Engine.Calibration.CalibratedFigure;
using Contract = Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Carries the calibration of the model into the contract, each number with what it rests on.</summary>
internal static class CalibrationMapping
{
    public static GetCalibrationResponse ToContract(CalibrationTable table)
    {
        var response = new GetCalibrationResponse();
        response.Figures.AddRange(table.Figures.Select(ToContract));
        response.WithConstantTurnover.AddRange(table.ConstantTurnover.Select(ToContract));
        return response;
    }

    private static Contract.CalibratedFigure ToContract(CalibratedFigure figure)
    {
        var published = figure.Published.Number;
        var model = Number(figure, figure.Model, figure.How, "");
        model.Inputs.AddRange(figure.Inputs.Select(ExplainedMapping.ToInput));
        return new Contract.CalibratedFigure
        {
            Published = published.Explain(figure.Name, figure.Unit).ToContract(),
            Model = model,
            Difference = Number(figure, figure.Difference, "what the model gives less what was published", published.Source),
            Tolerance = figure.Published.Tolerance,
            Fits = figure.Fits,
        };
    }

    private static ExplainedNumber Number(CalibratedFigure figure, Estimate estimate, string formula, string source)
    {
        var number = new ExplainedNumber
        {
            Key = ExplainedMapping.Key(figure.Name),
            Name = figure.Name,
            Unit = figure.Unit,
            Formula = formula,
            Source = source,
        };
        if (estimate.Value is { } value) number.Value = value;
        if (estimate.Low < estimate.High) (number.Lower, number.Upper) = (estimate.Low, estimate.High);
        return number;
    }
}
