// หน่วยงานภายใน of an LAO (สำนักปลัด, กองคลัง …): owners of tasks and of budget lines.

export interface Department {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
  readonly version: number
}

export interface DepartmentCorrection {
  readonly name: string
  readonly isActive: boolean
  readonly version: number
}
